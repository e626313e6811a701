import Diagnostics
import SiteModel

extension SiteChecker {
    /// Two pages cannot have one address, nor addresses that differ only in case: some disks cannot tell them apart.
    func checkAddresses() -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var owners: [String: String] = [:]
        for name in [SpecialPage.search, SpecialPage.index, SpecialPage.tags, SpecialPage.notFound] {
            for language in site.configuration.languages {
                let prefix = language == site.configuration.defaultLanguage ? "" : language + "/"
                owners[prefix + name] = "a page that Panduan makes"
            }
        }
        func claim(_ path: String, by owner: String, at location: SourceLocation) {
            if let first = owners.updateValue(owner, forKey: path.lowercased()) {
                diagnostics.append(
                    Diagnostic(
                        "address-taken", .error, "the address \(path) is that of \(first) too", at: location,
                        help: "rename one of them"))
                owners[path.lowercased()] = first
            }
        }
        for page in site.pages {
            claim(
                page.address.outputPath(defaultLanguage: site.configuration.defaultLanguage), by: page.sourcePath,
                at: SourceLocation(file: page.sourcePath))
        }
        for page in site.pages {
            for alias in page.metadata.aliases {
                if let path = AliasPath.output(of: alias.value, page: page.address, configuration: site.configuration) {
                    claim(path, by: "an alias of \(page.sourcePath)", at: alias.location)
                } else {
                    diagnostics.append(
                        Diagnostic(
                            "bad-alias", .error, "'\(alias.value)' is no address of this site", at: alias.location,
                            help: "write an old address of the page, such as lama/nama.html"))
                }
            }
        }
        return diagnostics
    }
}

/// Old addresses of a page.
enum AliasPath {
    /// - Parameter alias: relative to the site's root, with or without `.html` or a slash at its end.
    static func output(of alias: String, page: PageAddress, configuration: SiteConfiguration) -> String? {
        guard let resolved = RelativePath.resolve(alias, in: ""), !resolved.isEmpty,
            !alias.contains(where: { $0 == "#" || $0 == "?" || $0 == ":" || $0 == "\\" }),
            !resolved.hasPrefix("."), alias.unicodeScalars.allSatisfy({ $0.value >= 0x20 })
        else { return nil }
        let prefix = page.language == configuration.defaultLanguage ? "" : page.language + "/"
        if alias.hasSuffix("/") { return prefix + resolved + "/index.html" }
        if resolved.hasSuffix(".html") { return prefix + resolved }
        return prefix + (resolved.hasSuffix(".md") ? String(resolved.dropLast(3)) : resolved) + ".html"
    }
}

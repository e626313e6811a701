import SiteModel

/// Old addresses of a page.
enum AliasPath {
    /// - Parameter alias: relative to the site's root, with or without `.html` or a slash at its end.
    static func output(of alias: String, page: PageAddress, configuration: SiteConfiguration) -> String? {
        guard let resolved = RelativePath.resolve(alias, in: ""), !resolved.isEmpty,
            !alias.contains(where: { $0 == "#" || $0 == "?" || $0 == ":" || $0 == "\\" }),
            resolved.split(separator: "/").allSatisfy({ !$0.hasPrefix(".") && $0.utf8.count <= 200 }),
            alias.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { return nil }
        let prefix = page.language == configuration.defaultLanguage ? "" : page.language + "/"
        if alias.hasSuffix("/") { return prefix + resolved + "/index.html" }
        if resolved.hasSuffix(".html") { return prefix + resolved }
        return prefix + (resolved.hasSuffix(".md") ? String(resolved.dropLast(3)) : resolved) + ".html"
    }
}

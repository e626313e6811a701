import Diagnostics
import SiteModel

extension SiteChecker {
    /// Two pages cannot have one address, nor addresses that differ only in case: some disks cannot tell them apart.
    func checkAddresses() -> [Diagnostic] {
        var claims = AddressClaims(expecting: site.pages.count + tree.files.count)
        claimMadePages(&claims)
        claimPages(&claims)
        for (file, path) in index.published(tree.files, used: site.usedFiles) {
            claims.claim(path, by: tree.displayPath(file), at: SourceLocation(file: tree.displayPath(file)))
        }
        claimAliases(&claims)
        claims.reportFoldersThatAreFiles()
        return claims.diagnostics + checkLanguageFolders()
    }

    private func claimMadePages(_ claims: inout AddressClaims) {
        for path in assets.paths.values { claims.claim(path, by: "a file of the theme", at: nil) }
        if site.configuration.baseURL != nil { claims.claim("sitemap.xml", by: AddressClaims.made, at: nil) }
        for view in site.views {
            let prefix = view.language == site.configuration.defaultLanguage ? "" : view.language + "/"
            var names = [SpecialPage.search, SpecialPage.index, SpecialPage.tags, SpecialPage.notFound]
            if !index.facts.all.isEmpty { names.append(SpecialPage.facts) }
            if site.pages.contains(where: { !$0.body.activities.isEmpty }) {
                names += [SpecialPage.progress, SpecialPage.records, SpecialPage.review]
            }
            for name in names + view.tags.map({ SpecialPage.tag($0.slug) }) {
                claims.claim(prefix + name, by: AddressClaims.made, at: nil)
            }
            for folder in view.folders where !isLanguage(folder.path) {
                let name = folder.path.isEmpty ? "index.html" : folder.path + "/index.html"
                if folder.index == nil {
                    claims.claim(
                        prefix + name, by: "a folder's own page",
                        at: SourceLocation(file: tree.displayPath(folder.path)))
                }
                claims.folders.insert(prefix + folder.path)
            }
        }
    }

    private func claimPages(_ claims: inout AddressClaims) {
        for page in site.pages {
            let path = page.address.outputPath(defaultLanguage: site.configuration.defaultLanguage)
            claims.claim(path, by: page.sourcePath, at: SourceLocation(file: page.sourcePath))
        }
        for view in site.views {
            for (index, entry) in view.entries.enumerated() where entry.isFallback {
                let path = view.outputPath(index, defaultLanguage: site.configuration.defaultLanguage)
                claims.claim(path, by: "\(site.pages[entry.page].sourcePath), for want of a translation", at: nil)
            }
        }
    }

    private func claimAliases(_ claims: inout AddressClaims) {
        for page in site.pages {
            for alias in page.metadata.aliases {
                if let path = AliasPath.output(of: alias.value, page: page.address, configuration: site.configuration) {
                    claims.claim(path, by: "an alias of \(page.sourcePath)", at: alias.location)
                } else {
                    claims.diagnostics.append(
                        Diagnostic(
                            "bad-alias", .error, "'\(alias.value)' is no address of this site", at: alias.location,
                            help: "write an old address of the page, such as lama/nama.html"))
                }
            }
        }
    }

    private func isLanguage(_ folder: String) -> Bool {
        site.configuration.languages.dropFirst().contains { folder == $0 || folder.hasPrefix($0 + "/") }
    }

    /// `content/en/x.md` would lie where the English pages go.
    private func checkLanguageFolders() -> [Diagnostic] {
        guard site.configuration.languages.count > 1 else { return [] }
        var seen: Set<String> = []
        return site.pages.compactMap { page in
            guard let top = page.address.topFolder, isLanguage(top), seen.insert(top).inserted else {
                return nil
            }
            return Diagnostic(
                "language-folder", .error, "the folder '\(top)' is where the site's pages in that language go",
                at: SourceLocation(file: page.sourcePath),
                help: "put each page beside its original and name it so: nama.\(top).md")
        }
    }
}

import SiteModel

/// What is known of the whole site before any page's body is read: enough to resolve every link.
struct ContentIndex: Sendable {
    /// Languages in which each page is written.
    var pages: [String: [String]] = [:]
    /// Keys of pages that are left out of this build because they are drafts.
    var drafts: Set<String> = []
    /// Output path of each file that is not a page, by its path in the content folder.
    var files: [String: String] = [:]
    var authorities = Authorities()
    var languages: [String]

    /// Where a reference to a Markdown file leads. `README.md` stands for its folder's index.
    func page(atPath path: String) -> PageAddress? {
        let stem = path.hasSuffix(".markdown") ? String(path.dropLast(9)) : path.hasSuffix(".md") ? String(path.dropLast(3)) : nil
        guard let stem else { return nil }
        let address = PageAddress(sourcePath: stem + ".md", languages: languages).withReadmeAsIndex
        return pages[address.key] == nil ? nil : address
    }
}

extension PageAddress {
    /// `README` names the same page as `index`, as it does where folders are read on the web.
    var withReadmeAsIndex: PageAddress {
        guard key == "README" || key.hasSuffix("/README") else { return self }
        return PageAddress(key: String(key.dropLast(6)) + "index", language: language)
    }
}

import SiteModel

/// What is known of the whole site before any page's body is read: enough to resolve every link.
struct ContentIndex: Sendable {
    /// Languages in which each page is written.
    var pages: [String: [String]] = [:]
    /// Folders that hold pages, at whatever depth, with the root as "".
    var folders: Set<String> = [""]
    /// The same by path of the file, which is what links name.
    var addresses: [String: PageAddress] = [:]
    /// Keys of pages that are left out of this build because they are drafts.
    var drafts: Set<String> = []
    /// Output path of each file that is not a page, by its path in the content folder.
    var files: [String: String] = [:]
    /// Markdown files that pages may include, by their path in the content folder.
    var includable: [String: (path: String, display: String)] = [:]
    var authorities = Authorities()
    var variables: [String: LocalizedText] = [:]
    var facts = FactTable()
    /// By language; only where the site has a glossary.
    var glossaries: [String: Glossary] = [:]
    /// How long a page takes, where it says so.
    var minutes: [PageAddress: Int] = [:]
    var languages: [String]
    /// Whether links may lead to files that a browser runs: the site allows raw HTML.
    var allowsActiveFiles = false

    /// - Parameter pageCount: how many pages it is to hold.
    init(languages: [String], pageCount: Int) {
        self.languages = languages
        pages.reserveCapacity(pageCount)
        addresses.reserveCapacity(pageCount)
    }

    /// Takes in a page and the folders above it.
    /// - Parameter file: the page's, in the content folder.
    mutating func add(_ address: PageAddress, file: String) {
        addresses[file] = address
        pages[address.key, default: []].append(address.language)
        var folder = address.folder
        while folders.insert(folder).inserted { folder = RelativePath.folder(of: folder) }
    }

    /// The page that replaces this one, in its language if it is there.
    func successor(of address: PageAddress) -> PageAddress? {
        guard let key = authorities.successor(of: address.key) else { return nil }
        let languages = pages[key] ?? []
        let language = languages.contains(address.language) ? address.language : languages.first
        return PageAddress(key: key, language: language ?? address.language)
    }

    /// The page that `site.yml` names by its path in the content folder.
    func page(namedInConfiguration path: String) -> PageAddress? {
        RelativePath.resolve(path, in: "").flatMap { page(atPath: $0) }
    }

    /// Where a reference to a Markdown file leads. `README.md` stands for its folder's index.
    func page(atPath path: String) -> PageAddress? {
        if let known = addresses[path] { return known }
        // A page may be named in a language that it is not written in.
        guard let stem = path.removingSuffix(".md") ?? path.removingSuffix(".markdown") else { return nil }
        let address = PageAddress(sourcePath: stem, languages: languages).withReadmeAsIndex
        // The key as it is stored, which may differ in how its accents are written.
        return pages.index(forKey: address.key).map { PageAddress(key: pages[$0].key, language: address.language) }
    }
}

extension PageAddress {
    /// `README` names the same page as `index`, as it does where folders are read on the web.
    var withReadmeAsIndex: PageAddress {
        guard let folder = key.removingSuffix("README"), folder.isEmpty || folder.utf8.last == UInt8(ascii: "/") else {
            return self
        }
        return PageAddress(key: folder + "index", language: language)
    }
}

// Files beside the pages.
extension ContentIndex {
    /// What the site publishes of `files`, and where: a file that a page uses is named by its fingerprint too.
    func published(_ files: [String], used: Set<String>) -> [(file: String, path: String)] {
        files.compactMap { file in
            if used.contains(file) { return (file, self.files[file] ?? file) }
            // It keeps its own name: raw HTML may name it.
            return problem(ofUnusedFile: file) == nil ? (file, file) : nil
        }
    }

    /// Why a file that no page uses is not published.
    func problem(ofUnusedFile file: String) -> LinkSafety.Problem? {
        allowsActiveFiles ? nil : LinkSafety.problem(ofFile: file, isImage: false)
    }
}

/// Where a page comes from and where it goes: `prosedur/x.en.md` becomes `en/prosedur/x.html`.
public struct PageAddress: Hashable, Sendable {
    /// The page in every language: `prosedur/x`, `prosedur/index`, `index`.
    public var key: String
    public var language: String

    public init(key: String, language: String) {
        self.key = key
        self.language = language
    }

    /// - Parameters:
    ///   - path: of a Markdown file, relative to the content folder.
    ///   - languages: the site's languages, the first being the one whose pages have no folder and no suffix.
    public init(sourcePath path: String, languages: [String]) {
        var stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
        var language = languages[0]
        for other in languages where stem.hasSuffix("." + other) {
            stem = String(stem.dropLast(other.utf8.count + 1))
            language = other
        }
        self.init(key: stem, language: language)
    }

    public var isIndex: Bool { key == "index" || key.hasSuffix("/index") }

    /// Folder of the page, "" at the root, without a slash at its end.
    public var folder: String {
        key.lastIndex(of: "/").map { String(key[..<$0]) } ?? ""
    }

    /// Folder that this page belongs to in the navigation: an index page belongs to the folder above.
    public var parentFolder: String? {
        guard isIndex else { return folder }
        if folder.isEmpty { return nil }
        return folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    }

    /// First folder of the path, or nil for a page at the root.
    public var topFolder: String? {
        key.firstIndex(of: "/").map { String(key[..<$0]) }
    }

    /// Path in the output, relative to the site's root.
    public func outputPath(defaultLanguage: String) -> String {
        (language == defaultLanguage ? "" : language + "/") + key + ".html"
    }
}

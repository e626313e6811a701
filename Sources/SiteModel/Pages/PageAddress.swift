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
        var stem = path.removingSuffix(".md") ?? path
        var language = languages[0]
        for other in languages {
            guard let rest = stem.removingSuffix(other)?.removingSuffix(".") else { continue }
            stem = rest
            language = other
            break
        }
        self.init(key: stem, language: language)
    }

    public var isIndex: Bool {
        key.removingSuffix("index").map { $0.isEmpty || $0.utf8.last == UInt8(ascii: "/") } ?? false
    }

    /// Folder of the page, "" at the root, without a slash at its end.
    public var folder: String { RelativePath.folder(of: key) }

    /// First folder of the path, or nil for a page at the root.
    public var topFolder: String? {
        key.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(key[..<$0]) }
    }

    /// Path in the output, relative to the site's root.
    public func outputPath(defaultLanguage: String) -> String {
        (language == defaultLanguage ? "" : language + "/") + key + ".html"
    }
}

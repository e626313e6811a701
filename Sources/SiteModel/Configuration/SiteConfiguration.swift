public import Diagnostics

/// What a site says of itself in `site.yml`, with everything that it left out filled in.
public struct SiteConfiguration: Sendable {
    public var title: LocalizedText
    /// The first is the one whose pages have no folder of their own.
    public var languages: [String]
    /// Where they are written.
    public var languagesLocation: SourceLocation
    /// Only for the sitemap, with a slash at its end.
    public var baseURL: String?
    /// Theme folder `themes/NAME`, laid over the embedded theme.
    public var theme: Located<String>
    /// By id.
    public var types: [String: ContentType]
    /// Top folders in the order of the navigation; the others follow by title.
    public var navigation: [Located<String>]
    /// Paths, in the content folder, of the pages that the home page shows first.
    public var pinned: [Located<String>]
    /// Queries for which search shows certain pages first: paths in the content folder.
    public var pins: [(query: String, pages: [Located<String>])]
    /// What `:var[name]` stands for.
    public var variables: [String: LocalizedText]
    public var allowsRawHTML: Bool
    /// Keeps this site's stored settings apart from those of other local files.
    public var siteID: String

    public init() {
        title = LocalizedText(["ms": "Panduan", "en": "Panduan"], languages: ["ms"])
        languages = ["ms"]
        languagesLocation = SourceLocation(file: "site.yml")
        theme = Located("panduan", at: SourceLocation(file: "site.yml"))
        types = [:]
        navigation = []
        pinned = []
        pins = []
        variables = [:]
        allowsRawHTML = false
        siteID = "panduan"
    }

    public var defaultLanguage: String { languages[0] }

    /// The type whose pages live in the top folder.
    public func type(ofFolder folder: String) -> ContentType? {
        types[folder].flatMap { $0.folder == folder ? $0 : nil }
            ?? types.values.filter { $0.folder == folder }.min { $0.id < $1.id }
    }
}

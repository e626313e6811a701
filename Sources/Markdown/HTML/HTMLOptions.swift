/// The form of the HTML that a renderer writes.
public struct HTMLOptions: Hashable, Sendable {
    public enum RawHTML: Hashable, Sendable {
        /// Written as it stands.
        case allow
        /// Replaced by a comment, as CommonMark's reference renderers do.
        case omit
        /// Shown as text.
        case escape
    }

    public var rawHTML: RawHTML
    /// Writes destinations such as `javascript:`. Only for the reference form: never for a site.
    public var allowsUnsafeLinks: Bool
    /// Neutralises the tags that GFM disallows (`<script>`, `<iframe>` and others) in raw HTML that is allowed.
    public var filtersTags: Bool
    /// The site's form: heading anchors, scrollable tables, classes for tasks and alignment.
    public var isExtended: Bool
    public var words = HTMLWords()

    public init(
        rawHTML: RawHTML = .omit, allowsUnsafeLinks: Bool = false, filtersTags: Bool = false, isExtended: Bool = false
    ) {
        self.rawHTML = rawHTML
        self.allowsUnsafeLinks = allowsUnsafeLinks
        self.filtersTags = filtersTags
        self.isExtended = isExtended
    }

    /// CommonMark's reference output, without raw HTML and unsafe links.
    public static let reference = HTMLOptions()
    /// CommonMark's reference output, raw HTML and all.
    public static let unsafeReference = HTMLOptions(rawHTML: .allow, allowsUnsafeLinks: true)
    public static let site = HTMLOptions(rawHTML: .escape, isExtended: true)
}

/// Words that the site's form says to people, in the page's language.
public struct HTMLWords: Hashable, Sendable {
    /// Names the box in which a wide table scrolls.
    public var table = "Jadual"
    /// Heading of the footnotes.
    public var footnotes = "Nota kaki"
    /// Names the link from a footnote back to the text.
    public var backToText = "Kembali ke teks"
    /// Names the box of a task, which shows its state to the eye alone.
    public var taskDone = "Selesai"
    public var taskOpen = "Belum selesai"

    public init() {}
}

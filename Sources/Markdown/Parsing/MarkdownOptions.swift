/// Which syntax beyond CommonMark a parser reads.
public struct MarkdownOptions: Hashable, Sendable {
    /// Tables, task lists, strikethrough and bare addresses as links, as GitHub Flavored Markdown defines them.
    public var gfm: Bool
    public var footnotes: Bool
    /// `:::name … :::` and `:name[…]`.
    public var directives: Bool

    public init(gfm: Bool = false, footnotes: Bool = false, directives: Bool = false) {
        self.gfm = gfm
        self.footnotes = footnotes
        self.directives = directives
    }

    public static let commonMark = MarkdownOptions()
    public static let gfm = MarkdownOptions(gfm: true)
    /// What a site's pages are written in: everything.
    public static let site = MarkdownOptions(gfm: true, footnotes: true, directives: true)
}

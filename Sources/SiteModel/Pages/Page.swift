public import Diagnostics

/// A page of one language: what it says of itself and its rendered body. Many look at it, so it is not copied.
public final class Page: Sendable {
    public let address: PageAddress
    /// Path of the Markdown file, relative to the folder that is built.
    public let sourcePath: String
    public let metadata: PageMetadata
    public let type: ContentType?
    /// Plain text.
    public let title: String
    public let body: PageBody

    public init(
        address: PageAddress, sourcePath: String, metadata: PageMetadata, type: ContentType?, title: String,
        body: PageBody
    ) {
        self.address = address
        self.sourcePath = sourcePath
        self.metadata = metadata
        self.type = type
        self.title = title
        self.body = body
    }
}

/// What a page's Markdown became.
public struct PageBody: Sendable {
    /// In it, the byte `siteRootMark` stands for the way from the page to the site's root.
    public var html: [UInt8] = []
    public var headings: [PageHeading] = []
    /// Every address inside the page, sorted.
    public var anchors: [String] = []
    public var links: [PageLink] = []
    /// Paths of the files that the page shows or links to.
    public var files: [String] = []
    /// Inline HTML of the summary, or empty.
    public var summaryHTML: [UInt8] = []
    /// The summary as plain text, or the beginning of the body.
    public var description = ""
    public var answer: [AnswerPart] = []
    public var fields: [(label: LocalizedText, html: [UInt8])] = []
    public var wordCount = 0
    /// Scripts and style sheets of the theme that the body needs, in the order in which they are loaded.
    public var assets: [String] = []
    public var activities: [Activity] = []
    /// Changes when what the author wrote does, and with nothing else; empty where nothing is learnt.
    public var version = ""
    /// Names of the figures that the page quotes, each where it does so first.
    public var facts: [Located<String>] = []

    public init() {}

    /// Never a byte of UTF-8, so that no text can hold it.
    public static let siteRootMark: UInt8 = 0xFF
}

public struct PageHeading: Sendable {
    public var level: Int
    public var anchor: String
    public var html: [UInt8]
    /// Stands inside a directive: an address, but no part of the page's contents.
    public var isNested: Bool

    public init(level: Int, anchor: String, html: [UInt8], isNested: Bool = false) {
        self.level = level
        self.anchor = anchor
        self.html = html
        self.isNested = isNested
    }
}

/// A link from a page to another page of the site.
public struct PageLink: Sendable {
    public var target: PageAddress
    /// Without `#`; empty for the page as a whole.
    public var anchor: String
    public var location: SourceLocation

    public init(target: PageAddress, anchor: String, location: SourceLocation) {
        self.target = target
        self.anchor = anchor
        self.location = location
    }
}

public struct AnswerPart: Sendable {
    public var part: Answer.Part
    public var html: [UInt8]
    public var text: String

    public init(part: Answer.Part, html: [UInt8], text: String) {
        self.part = part
        self.html = html
        self.text = text
    }
}

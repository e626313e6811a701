/// What a search is asked besides its words.
public struct SearchOptions: Sendable {
    /// Pages to show at most.
    public var limit = 10
    /// Only pages of this type id; empty for all.
    public var type: [UInt8] = []
    /// The reader's language code; its pages come first among equals.
    public var language: [UInt8] = []
    /// The last word is complete: it is not taken for the beginning of a longer one.
    public var wholeWords = false
    /// Say of each result why it stands where it does.
    public var explain = false

    public init() {}
}

/// What came of a search: either files that must be provided first, or results.
public enum SearchOutcome: Sendable {
    /// Names of files below `search/`; search again when they are provided.
    case needs([[UInt8]])
    case results(SearchResults)
}

/// Results, one entry a page, the best first.
public struct SearchResults: Sendable {
    public var query: [UInt8] = []
    /// Pages found.
    public var total = 0
    /// Not all pages with the words of a quoted phrase were read for it: more may have it.
    public var mayHaveMore = false
    /// The query with its unknown words corrected, when there were any.
    public var correction: [UInt8]?
    /// Pages found of each type that has any, before filtering by type, in the site's order of types.
    public var types: [(id: [UInt8], count: Int)] = []
    public var results: [SearchResult] = []
    /// A part of the index is damaged or foreign, so that pages may be missing.
    public var hasProblem = false

    public init() {}
}

/// A page that was found, with its best section.
public struct SearchResult: Sendable {
    public var page: Int
    /// Relative to the site's root, with the section's anchor.
    public var url: [UInt8]
    public var title: [UInt8]
    /// The section's heading, empty for the page's beginning.
    public var section: [UInt8]
    public var type: [UInt8]
    public var score: Int32
    public var excerpt: Excerpt
    public var reviewedDay: Int32
    public var dueDay: Int32
    public var superseded: Bool
    /// The site's owner put it first for this query.
    public var isPinned: Bool
    /// It is not in the reader's language for want of a translation, or not in another's.
    public var isUntranslated: Bool
    public var answer: SearchAnswer?
    /// Further sections of the page, in order of worth.
    public var sections: [SectionResult]
    /// Words of the query, as the reader wrote them, that the page has in no form; function words are not told.
    public var missing: [[UInt8]] = []
    /// What the score is made of, as JSON.
    public var explanation: [UInt8]?
}

/// A further section of a page that was found.
public struct SectionResult: Sendable {
    public var url: [UInt8]
    public var section: [UInt8]
    public var excerpt: Excerpt
}

/// A window of a section's text.
public struct Excerpt: Sendable {
    public var text: [UInt8] = []
    /// The query's words, as offsets into the text in UTF-16 code units.
    public var marks: [(start: Int, end: Int)] = []
}

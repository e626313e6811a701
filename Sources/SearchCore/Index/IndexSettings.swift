/// What a site decides about its search: types, languages and the data files of the language.
public struct IndexSettings: Sendable {
    /// Ids of the content types, such as `prosedur`, in the order that `SearchPage.type` counts.
    public var types: [[UInt8]]
    /// Language codes, the site's first language first: `ms`, `en`.
    public var languages: [[UInt8]]
    public var lexicon: Lexicon
    /// Queries that must show a page first, with the page's address.
    public var pins: [(query: [UInt8], url: [UInt8])] = []

    public init(types: [[UInt8]], languages: [[UInt8]], lexicon: Lexicon) {
        self.types = types
        self.languages = languages
        self.lexicon = lexicon
    }
}

/// The language data that analysis and queries use, as the texts of its files.
public struct Lexicon: Sendable {
    /// Malay roots, one a line, the largest family first; a tab may lead to further columns. `#` starts a comment line.
    public var roots: [UInt8]
    /// Words kept apart from the root they came from, one a line, a tab and the family's key after it when it has another.
    public var families: [UInt8]
    /// Groups of words of like meaning, one a line: `ms, ms = en, en`; `~` after a loose member.
    public var synonyms: [UInt8]
    /// Chat shorthand, one a line: `short|meaning|note`.
    public var shorthand: [UInt8]
    /// Function words of both languages, separated by white space; they weigh less, none is dropped.
    public var functionWords: [UInt8]

    public init(
        roots: [UInt8] = [], families: [UInt8] = [], synonyms: [UInt8] = [], shorthand: [UInt8] = [],
        functionWords: [UInt8] = []
    ) {
        self.roots = roots
        self.families = families
        self.synonyms = synonyms
        self.shorthand = shorthand
        self.functionWords = functionWords
    }
}

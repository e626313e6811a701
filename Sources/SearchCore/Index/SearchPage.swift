/// What the index is told about one page; all text is UTF-8, without markup.
public struct SearchPage: Sendable {
    /// Address relative to the site's root, without an anchor.
    public var url: [UInt8]
    public var title: [UInt8]
    /// Whose page it is: an index into `IndexSettings.languages`, or `readers` of several languages.
    public var language: UInt8 = 0
    /// Index into `IndexSettings.types`.
    public var type: UInt8 = 0
    /// The page's weight times its type's weight in hundredths; 100 is neutral.
    public var weight: Int = 100
    /// Address of the page that replaces this one, below which this one ranks; empty when none does.
    public var successor: [UInt8] = []
    /// Days since 1970-01-01 of the last review and of the next one; 0 when there is none.
    public var reviewedDay: Int32 = 0
    public var dueDay: Int32 = 0
    public var tags: [[UInt8]] = []
    /// Curated words and the questions that must find the page, one entry each.
    public var keywords: [[UInt8]] = []
    public var answer: SearchAnswer?
    /// In reading order; the first is the text before the first heading and has no anchor.
    public var sections: [SearchSection]

    public init(url: [UInt8], title: [UInt8], sections: [SearchSection]) {
        self.url = url
        self.title = title
        self.sections = sections
    }

    /// As `language`, those who read a page for want of one in theirs, and those in whose language it is: the top bit, and a
    /// bit for each of the first seven languages.
    public static func readers(_ languages: [Int]) -> UInt8 {
        languages.reduce(0x80) { $1 < 7 ? $0 | 1 << UInt8($1) : $0 }
    }
}

/// A part of a page under one heading: what a search finds.
public struct SearchSection: Sendable {
    /// The heading's id, empty for the page's beginning.
    public var anchor: [UInt8]
    public var heading: [UInt8]
    /// The section's text without its heading.
    public var text: [UInt8]

    public init(anchor: [UInt8], heading: [UInt8], text: [UInt8]) {
        self.anchor = anchor
        self.heading = heading
        self.text = text
    }
}

/// A page's answer card as plain text; a part that the page lacks is empty.
public struct SearchAnswer: Sendable {
    public var say: [UInt8] = []
    public var ask: [UInt8] = []
    public var `do`: [UInt8] = []
    public var time: [UInt8] = []
    public var form: [UInt8] = []
    public var refer: [UInt8] = []

    public init() {}

    /// The parts in the order in which they are shown, under the names of the front matter.
    var parts: [(name: StaticString, text: [UInt8])] {
        [("say", say), ("do", `do`), ("ask", ask), ("time", time), ("form", form), ("refer", refer)]
    }
}

extension SearchPage {
    /// Differs when anything that the index keeps of the page differs.
    var fingerprint: UInt64 {
        var fingerprint = Fingerprint()
        fingerprint.add(url)
        fingerprint.add(title)
        fingerprint.add(UInt64(language) << 8 | UInt64(type) << 16)
        fingerprint.add(successor)
        fingerprint.add(UInt64(bitPattern: Int64(weight)))
        fingerprint.add(UInt64(UInt32(bitPattern: reviewedDay)) << 32 | UInt64(UInt32(bitPattern: dueDay)))
        for tag in tags { fingerprint.add(tag) }
        for words in keywords { fingerprint.add(words) }
        for part in answer?.parts ?? [] { fingerprint.add(part.text) }
        for section in sections {
            fingerprint.add(section.anchor)
            fingerprint.add(section.heading)
            fingerprint.add(section.text)
        }
        return fingerprint.value
    }
}

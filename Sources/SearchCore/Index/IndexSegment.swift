/// What the index keeps of a run of pages; its bytes in the index do not depend on how pages were dealt to segments.
public struct IndexSegment: Sendable {
    /// Without their texts, which `texts` holds.
    let pages: [SearchPage]
    /// Where each page's texts begin: heading and text of each section, title, keywords, answer.
    let firstTexts: [Int]
    let texts: TextStream
    /// By the term's number.
    let textCounts: TextStream.Counts
    let lengths: SegmentLengths
    let fingerprints: [UInt64]
    let terms: TermTable
    /// The terms in the order of their bytes; where something is kept by a term's place, its place here is meant.
    let order: [SortedTerm]
    let sections: SealedPostings
    let pageFields: SealedPostings

    public var pageCount: Int { pages.count }

    var sectionCount: Int { lengths.texts.count }

    /// Whether some page has the word as it is written.
    public func contains(_ word: [UInt8]) -> Bool { terms.find(word[...]) != nil }
}

/// How long each thing of a segment is, in tokens; a page's texts in bytes.
struct SegmentLengths: Sendable {
    /// Each section, its heading's tokens among them, and the heading alone.
    var texts: [UInt32] = []
    var headings: [UInt32] = []
    var pages: [PageLengths] = []
    var words = 0
}

/// Tokens in each field of a page.
struct PageLengths: Sendable {
    /// Bytes of all its sections' headings and texts.
    var bytes = 0
    var title: UInt32 = 0
    var keywords: UInt32 = 0
    var tags: UInt32 = 0
    var answer: UInt32 = 0
}

/// Gathers the documents of some written forms over all segments and weighs them.
///
/// A class, so that the references of its tables are not counted anew for each list.
final class ListBuilder: Sendable {
    private let sections: [SegmentLists]
    private let pages: [SegmentLists]
    private let merge: TermMerge
    private let impacts: ImpactModel
    private let fieldsOfSection = [Posting.Field.text, .heading]
    private let fieldsOfPage = [Posting.Field.title, .keywords, .tags, .answer]

    private struct SegmentLists: Sendable {
        var runs: PostingRuns
        /// The segment's first document.
        var base: Int
    }

    /// - Parameter segments: have to outlive this.
    init(_ segments: [IndexSegment], _ merge: TermMerge) {
        var (sections, pages): ([SegmentLists], [SegmentLists]) = ([], [])
        var (sectionCount, pageCount) = (0, 0)
        for segment in segments {
            sections.append(SegmentLists(runs: segment.sections.runs, base: sectionCount))
            pages.append(SegmentLists(runs: segment.pageFields.runs, base: pageCount))
            sectionCount += segment.sectionCount
            pageCount += segment.pageCount
        }
        self.sections = sections
        self.pages = pages
        self.merge = merge
        impacts = ImpactModel(segments)
    }

    /// How many documents some words have at most: those that several have are counted again.
    func count(_ words: ArraySlice<Int32>) -> Int {
        var count = 0
        for word in words {
            for index in sections.indices {
                guard let place = merge.place(of: Int(word), in: index) else { continue }
                count += sections[index].runs.count(place) + pages[index].runs.count(place)
            }
        }
        return count
    }

    /// Writes the sections of some words behind the first `count` documents.
    func addSections(
        of words: ArraySlice<Int32>, to list: UnsafeMutableBufferPointer<WeighedDocument>, _ count: inout Int
    ) {
        add(words, sections, fieldsOfSection, to: list, &count) { document, posting in
            impacts.section(document, text: posting.count(.text), heading: posting.count(.heading))
        }
    }

    /// Writes the pages of some words behind the first `count` documents.
    func addPages(of words: ArraySlice<Int32>, to list: UnsafeMutableBufferPointer<WeighedDocument>, _ count: inout Int)
    {
        add(words, pages, fieldsOfPage, to: list, &count) { document, posting in impacts.page(document, posting) }
    }

    @inline(__always)
    private func add(
        _ words: ArraySlice<Int32>, _ segments: [SegmentLists], _ fields: [Posting.Field],
        to list: UnsafeMutableBufferPointer<WeighedDocument>, _ count: inout Int, _ weigh: (Int, Posting) -> UInt8
    ) {
        guard !words.isEmpty else { return }
        for (index, segment) in segments.enumerated() {
            withPostings(words, segment.runs, of: index, fields) { postings in
                for posting in postings {
                    let document = segment.base + posting.document
                    list[count] = WeighedDocument(document, weigh(document, posting))
                    count += 1
                }
            }
        }
    }

    /// Hands over the documents of the words in one segment, by rising document.
    private func withPostings(
        _ words: ArraySlice<Int32>, _ runs: PostingRuns, of segment: Int, _ fields: [Posting.Field],
        _ body: (UnsafeBufferPointer<Posting>) -> Void
    ) {
        if words.count == 1 {
            let place = merge.place(of: Int(words[words.startIndex]), in: segment)
            return body(place.map { runs[$0] } ?? UnsafeBufferPointer(start: nil, count: 0))
        }
        let middle = words.startIndex + words.count / 2
        withPostings(words[..<middle], runs, of: segment, fields) { first in
            withPostings(words[middle...], runs, of: segment, fields) { second in
                withMerged(first, second, fields, body)
            }
        }
    }
}

/// A document of a list, and what the list's word is worth in it.
struct WeighedDocument: Sendable {
    private let packed: UInt32

    @inline(__always)
    init(_ document: Int, _ impact: UInt8) {
        packed = UInt32(truncatingIfNeeded: document * TermShardWriter.impactCount) | UInt32(impact)
    }

    @inline(__always) var document: UInt32 { packed / UInt32(TermShardWriter.impactCount) }
    @inline(__always) var impact: Int { Int(packed) & (TermShardWriter.impactCount - 1) }
}

/// Gathers the documents of some written forms over all segments and weighs them.
struct ListBuilder: Sendable {
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

    /// The sections of some words.
    func sections(_ words: ArraySlice<Int32>) -> [WeighedDocument] {
        list(words, sections, fieldsOfSection) { document, posting in
            impacts.section(document, text: posting.count(.text), heading: posting.count(.heading))
        }
    }

    /// The pages of some words.
    func pages(_ words: ArraySlice<Int32>) -> [WeighedDocument] {
        list(words, pages, fieldsOfPage) { document, posting in impacts.page(document, posting) }
    }

    @inline(__always)
    private func list(
        _ words: ArraySlice<Int32>, _ segments: [SegmentLists], _ fields: [Posting.Field],
        _ weigh: (Int, Posting) -> UInt8
    ) -> [WeighedDocument] {
        var total = 0
        for word in words {
            for (index, segment) in segments.enumerated() {
                if let place = merge.place(of: Int(word), in: index) { total += segment.runs.count(place) }
            }
        }
        guard total > 0 else { return [] }
        return [WeighedDocument](unsafeUninitializedCapacity: total) { list, count in
            for (index, segment) in segments.enumerated() {
                forEachPosting(words, segment.runs, of: index, fields) { posting in
                    let document = segment.base + posting.document
                    list[count] = WeighedDocument(document, weigh(document, posting))
                    count += 1
                }
            }
        }
    }

    /// Calls `body` with each document of the words in one segment, by rising document.
    @inline(__always)
    private func forEachPosting(
        _ words: ArraySlice<Int32>, _ runs: PostingRuns, of segment: Int, _ fields: [Posting.Field],
        _ body: (Posting) -> Void
    ) {
        if words.count == 1 {
            guard let place = merge.place(of: Int(words[words.startIndex]), in: segment) else { return }
            for posting in runs[place] { body(posting) }
            return
        }
        var lists: [[Posting]] = []
        for word in words {
            if let place = merge.place(of: Int(word), in: segment), runs.count(place) > 0 {
                lists.append(Array(runs[place]))
            }
        }
        for posting in merged(lists, fields) { body(posting) }
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

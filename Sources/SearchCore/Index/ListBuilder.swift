/// Gathers the documents of some written forms over all segments and weighs them.
struct ListBuilder {
    private let segments: [IndexSegment]
    private let merge: TermMerge
    private let impacts: ImpactModel

    init(_ segments: [IndexSegment], _ merge: TermMerge, _ impacts: ImpactModel) {
        self.segments = segments
        self.merge = merge
        self.impacts = impacts
    }

    func sections(_ words: [Int32]) -> ImpactList {
        var list = ImpactList()
        var base = 0
        for index in segments.indices {
            if words.count == 1 {
                for posting in postings(words[0], index, segments[index].sections) { add(posting, base, &list) }
            } else {
                for counts in gather(words, index, Self.sectionFields, segments[index].sections) {
                    add(Posting(term: 0, document: counts.document, low: counts.low), base, &list)
                }
            }
            base += segments[index].textLengths.count
        }
        return list
    }

    func pages(_ words: [Int32]) -> ImpactList {
        var list = ImpactList()
        var base = 0
        for index in segments.indices {
            for counts in gather(words, index, Self.pageFields, segments[index].pageFields) {
                let document = base + counts.document
                let posting = Posting(term: 0, document: 0, low: counts.low)
                list.documents.append(Int32(document))
                list.impacts.append(impacts.page(document, Self.pageFields.map { posting.count($0) }))
            }
            base += segments[index].pageCount
        }
        return list
    }

    private static let sectionFields = [Posting.Field.text, .heading]
    private static let pageFields = [Posting.Field.title, .keywords, .tags, .answer]

    @inline(__always)
    private func add(_ posting: Posting, _ base: Int, _ list: inout ImpactList) {
        let document = base + posting.document
        list.documents.append(Int32(truncatingIfNeeded: document))
        list.impacts.append(
            impacts.section(document, text: posting.count(.text), heading: posting.count(.heading)))
    }

    private func postings(_ word: Int32, _ segment: Int, _ sealed: SealedPostings) -> ArraySlice<Posting> {
        let term = merge.locals[segment][Int(word)]
        return term < 0 ? [] : sealed[Int(term)]
    }

    private func gather(
        _ words: [Int32], _ segment: Int, _ fields: [Posting.Field], _ sealed: SealedPostings
    ) -> [DocumentCounts] {
        var lists: [[DocumentCounts]] = []
        for word in words {
            let list = postings(word, segment, sealed)
            if !list.isEmpty {
                lists.append(list.map { DocumentCounts(document: $0.document, low: $0.packed & 0xFFFF) })
            }
        }
        return mergedCounts(lists, fields)
    }
}

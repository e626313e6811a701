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
        let fields = [Posting.Field.text, .heading]
        var list = ImpactList()
        var base = 0
        for index in segments.indices {
            for counts in gather(words, index, fields, { $0.sections }) {
                let document = base + counts.document
                let posting = Posting(term: 0, document: 0, low: counts.low)
                list.documents.append(Int32(document))
                list.impacts.append(
                    impacts.section(document, text: posting.count(.text), heading: posting.count(.heading)))
            }
            base += segments[index].textLengths.count
        }
        return list
    }

    func pages(_ words: [Int32]) -> ImpactList {
        let fields = [Posting.Field.title, .keywords, .tags, .answer]
        var list = ImpactList()
        var base = 0
        for index in segments.indices {
            for counts in gather(words, index, fields, { $0.pageFields }) {
                let document = base + counts.document
                let posting = Posting(term: 0, document: 0, low: counts.low)
                list.documents.append(Int32(document))
                list.impacts.append(impacts.page(document, fields.map { posting.count($0) }))
            }
            base += segments[index].pageCount
        }
        return list
    }

    private func gather(
        _ words: [Int32], _ segment: Int, _ fields: [Posting.Field], _ kind: (IndexSegment) -> SealedPostings
    ) -> [DocumentCounts] {
        var lists: [[DocumentCounts]] = []
        let postings = kind(segments[segment])
        for word in words {
            let term = merge.locals[segment][Int(word)]
            if term < 0 { continue }
            let list = postings[Int(term)]
            if !list.isEmpty {
                lists.append(list.map { DocumentCounts(document: $0.document, low: $0.packed & 0xFFFF) })
            }
        }
        return mergedCounts(lists, fields)
    }
}

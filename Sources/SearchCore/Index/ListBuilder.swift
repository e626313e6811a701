/// Gathers the documents of some written forms over all segments and weighs them.
struct ListBuilder: Sendable {
    private let sections: [SealedPostings]
    private let pageFields: [SealedPostings]
    private let sectionCounts: [Int]
    private let pageCounts: [Int]
    private let locals: [[Int32]]
    private let impacts: ImpactModel
    private let fieldsOfSection = [Posting.Field.text, .heading]
    private let fieldsOfPage = [Posting.Field.title, .keywords, .tags, .answer]

    init(_ segments: [IndexSegment], _ merge: TermMerge) {
        sections = segments.map { $0.sections }
        pageFields = segments.map { $0.pageFields }
        sectionCounts = segments.map { $0.sectionCount }
        pageCounts = segments.map { $0.pageCount }
        locals = merge.locals
        impacts = ImpactModel(segments)
    }

    /// Puts the sections of some words into `list`.
    func sections(_ words: [Int32], into list: inout ImpactList) {
        list.removeAll()
        var base = 0
        for index in sections.indices {
            forEachPosting(words, locals[index], sections[index], fieldsOfSection, &list) { posting in
                let document = base + posting.document
                let impact = impacts.section(document, text: posting.count(.text), heading: posting.count(.heading))
                return (Int32(truncatingIfNeeded: document), impact)
            }
            base += sectionCounts[index]
        }
    }

    /// Puts the pages of some words into `list`.
    func pages(_ words: [Int32], into list: inout ImpactList) {
        list.removeAll()
        var base = 0
        for index in pageFields.indices {
            forEachPosting(words, locals[index], pageFields[index], fieldsOfPage, &list) { posting in
                let document = base + posting.document
                return (Int32(truncatingIfNeeded: document), impacts.page(document, posting))
            }
            base += pageCounts[index]
        }
    }

    /// Adds what `weigh` makes of each document of the words in one segment, by rising document.
    @inline(__always)
    private func forEachPosting(
        _ words: [Int32], _ locals: [Int32], _ sealed: SealedPostings, _ fields: [Posting.Field],
        _ list: inout ImpactList, _ weigh: (Posting) -> (Int32, UInt8)
    ) {
        if words.count == 1 {
            let term = locals[Int(words[0])]
            if term >= 0 { sealed.withPostings(of: Int(term)) { list.append($0, weigh) } }
            return
        }
        var lists: [[Posting]] = []
        for word in words {
            let term = locals[Int(word)]
            if term >= 0, sealed.count(Int(term)) > 0 { lists.append(Array(sealed[Int(term)])) }
        }
        merged(lists, fields).withUnsafeBufferPointer { list.append($0, weigh) }
    }
}

extension ImpactList {
    fileprivate mutating func removeAll() {
        documents.removeAll(keepingCapacity: true)
        impacts.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    fileprivate mutating func append(
        _ postings: UnsafeBufferPointer<Posting>, _ weigh: (Posting) -> (Int32, UInt8)
    ) {
        for posting in postings {
            let (document, impact) = weigh(posting)
            documents.append(document)
            impacts.append(impact)
        }
    }
}

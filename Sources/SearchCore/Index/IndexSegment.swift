/// Collects the terms of a run of pages; one per thread, their bytes in the index do not depend on how pages were dealt.
public struct IndexSegment: Sendable {
    private(set) var pages: [SearchPage] = []
    private(set) var terms = TermTable()
    private(set) var sectionPostings: [Posting] = []
    private(set) var pagePostings: [Posting] = []
    /// Tokens of each section, its heading's among them, and of the heading alone.
    private(set) var textLengths: [UInt32] = []
    private(set) var headingLengths: [UInt32] = []
    /// Tokens of each page's title, keywords, tags and answer.
    private(set) var fieldLengths: [PageLengths] = []
    private(set) var fingerprints: [UInt64] = []
    /// The term of each token of the sections' headings and texts, and where each section's begin.
    private(set) var textTerms: [UInt32] = []
    private(set) var textStarts: [Int] = []
    /// The first section of each page.
    private(set) var firstSections: [Int] = []
    private(set) var wordCount = 0

    /// The term can be part of a number or citation.
    private var isNumeric: [Bool] = []
    private var lastSection: [LastPosting] = []
    private var lastPage: [LastPosting] = []
    private var buffer = [UInt8](repeating: 0, count: TokenScanner.capacity + 8)

    /// Filled by `seal()`.
    private(set) var order: [Int] = []
    private(set) var sections = SealedPostings()
    private(set) var pageFields = SealedPostings()
    private var isSealed = false

    public init() {}

    public var pageCount: Int { pages.count }

    /// Adds the next page. Time is linear in its text; the text is kept until the index is written.
    public mutating func add(_ page: SearchPage) {
        let number = pages.count
        firstSections.append(textLengths.count)
        for section in page.sections {
            textStarts.append(textTerms.count)
            let heading = scan(section.heading, document: textLengths.count, .heading)
            let text = scan(section.text, document: textLengths.count, .text)
            headingLengths.append(UInt32(heading))
            textLengths.append(UInt32(heading + text))
            wordCount += heading + text
        }
        var lengths = PageLengths()
        lengths.title = UInt32(scan(page.title, document: number, .title))
        for words in page.keywords { lengths.keywords += UInt32(scan(words, document: number, .keywords)) }
        for tag in page.tags { lengths.tags += UInt32(scan(tag, document: number, .tags)) }
        for part in page.answer?.parts ?? [] { lengths.answer += UInt32(scan(part.text, document: number, .answer)) }
        fieldLengths.append(lengths)
        fingerprints.append(page.fingerprint)
        pages.append(page)
    }

    /// Sorts what was added; done on the segment's own thread, it spares the writer the work. Pages added later are lost.
    public mutating func seal() {
        guard !isSealed else { return }
        isSealed = true
        order = terms.sorted()
        sections = SealedPostings(sectionPostings, termCount: terms.count)
        pageFields = SealedPostings(pagePostings, termCount: terms.count)
        sectionPostings = []
        pagePostings = []
    }

    /// The terms of a section's heading, token by token, and those of its text.
    func terms(ofSection section: Int) -> (heading: ArraySlice<UInt32>, text: ArraySlice<UInt32>) {
        let start = textStarts[section]
        let middle = start + Int(headingLengths[section])
        let end = section + 1 < textStarts.count ? textStarts[section + 1] : textTerms.count
        return (textTerms[start..<middle], textTerms[middle..<end])
    }

    /// Counts the terms of one field; returns its number of tokens.
    private mutating func scan(_ text: [UInt8], document: Int, _ field: SearchField) -> Int {
        text.withUnsafeBufferPointer { text in
            var buffer = self.buffer
            return buffer.withUnsafeMutableBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return 0 }
                return scan(TokenScanner(text, buffer: base), document: document, field)
            }
        }
    }

    private mutating func scan(_ tokens: TokenScanner, document: Int, _ field: SearchField) -> Int {
        var tokens = tokens
        var sequences = SequenceReader()
        var inSequence = false
        let isOfPage = field.isOfPage
        var count = 0
        var previous = -1
        while tokens.next() {
            let term = tokens.intern(in: &terms)
            if term == isNumeric.count { register(term) }
            count += 1
            if !isOfPage { textTerms.append(UInt32(truncatingIfNeeded: term)) }
            if tokens.separator == 0x2D, previous >= 0 {
                if term == previous { continue }
                join(previous, term, document, field)
            }
            record(term, document, field)
            previous = term
            if isNumeric[term] || inSequence {
                sequences.read(NumberKind(terms[term]), separator: tokens.separator)
                recordSequence(sequences, document, field)
                inSequence = isNumeric[term]
            }
        }
        if inSequence {
            sequences.finish()
            recordSequence(sequences, document, field)
        }
        return count
    }

    @inline(never)
    private mutating func register(_ term: Int) {
        isNumeric.append(NumberKind(terms[term]) != .other)
        lastSection.append(LastPosting())
        lastPage.append(LastPosting())
    }

    @inline(__always)
    private mutating func record(_ term: Int, _ document: Int, _ field: SearchField) {
        if field.isOfPage {
            record(term, document, field.posting, &pagePostings, &lastPage)
        } else {
            record(term, document, .text, &sectionPostings, &lastSection)
            if field == .heading { sectionPostings[Int(lastSection[term].place)].increment(.heading) }
        }
    }

    @inline(__always)
    private func record(
        _ term: Int, _ document: Int, _ field: Posting.Field, _ postings: inout [Posting], _ last: inout [LastPosting]
    ) {
        let newest = last[term]
        if newest.document == Int32(truncatingIfNeeded: document) {
            postings[Int(newest.place)].increment(field)
        } else {
            last[term] = LastPosting(
                document: Int32(truncatingIfNeeded: document), place: UInt32(truncatingIfNeeded: postings.count))
            postings.append(Posting(term: term, document: document, low: 1 << field.shift))
        }
    }

    /// A term's newest posting; its document is kept here too, because the posting itself is long out of the cache.
    private struct LastPosting: Sendable {
        var document: Int32 = -1
        var place: UInt32 = 0
    }

    /// Hyphenated words with a short or numbered part are also found written together: `e-mel`, `ke-2`, `covid-19`.
    private mutating func join(_ first: Int, _ second: Int, _ document: Int, _ field: SearchField) {
        guard let joined = joinedByHyphen(terms[first], terms[second]) else { return }
        recordDerived(joined, document, field)
    }

    private mutating func recordSequence(_ sequences: SequenceReader, _ document: Int, _ field: SearchField) {
        if let number = sequences.number { recordDerived(decimal(number), document, field) }
        if let citation = sequences.citation {
            recordDerived(citationTerm(citation.number, citation.year), document, field)
        }
    }

    @inline(never)
    private mutating func recordDerived(_ bytes: [UInt8], _ document: Int, _ field: SearchField) {
        let term = terms.intern(bytes)
        if term == isNumeric.count { register(term) }
        record(term, document, field)
    }
}

/// Tokens in each field of a page.
struct PageLengths: Sendable {
    var title: UInt32 = 0
    var keywords: UInt32 = 0
    var tags: UInt32 = 0
    var answer: UInt32 = 0
}

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
    private(set) var wordCount = 0

    private var kinds: [NumberKind] = []
    /// One more than the place of the term's newest posting.
    private var lastSection: [UInt32] = []
    private var lastPage: [UInt32] = []
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
        for section in page.sections {
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
        var count = 0
        var previous = -1
        while tokens.next() {
            let term = tokens.intern(in: &terms)
            if term == kinds.count { register(term) }
            count += 1
            if tokens.separator == 0x2D, previous >= 0 {
                if term == previous { continue }
                join(previous, term, document, field)
            }
            record(term, document, field)
            previous = term
            if kinds[term] != .other || inSequence {
                sequences.read(kinds[term], separator: tokens.separator)
                recordSequence(sequences, document, field)
                inSequence = kinds[term] != .other
            }
        }
        sequences.finish()
        recordSequence(sequences, document, field)
        return count
    }

    @inline(never)
    private mutating func register(_ term: Int) {
        kinds.append(NumberKind(terms[term]))
        lastSection.append(0)
        lastPage.append(0)
    }

    @inline(__always)
    private mutating func record(_ term: Int, _ document: Int, _ field: SearchField) {
        if field.isOfPage {
            record(term, document, field.posting, &pagePostings, &lastPage)
        } else {
            record(term, document, .text, &sectionPostings, &lastSection)
            if field == .heading { sectionPostings[Int(lastSection[term]) - 1].increment(.heading) }
        }
    }

    @inline(__always)
    private func record(
        _ term: Int, _ document: Int, _ field: Posting.Field, _ postings: inout [Posting], _ last: inout [UInt32]
    ) {
        let place = Int(last[term]) - 1
        if place >= 0, postings[place].document == document {
            postings[place].increment(field)
        } else {
            postings.append(Posting(term: term, document: document, low: 1 << field.shift))
            last[term] = UInt32(postings.count)
        }
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
        if term == kinds.count { register(term) }
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

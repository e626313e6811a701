/// Collects the terms of a run of pages; one per thread.
public struct SegmentBuilder {
    private var pages: [SearchPage] = []
    private var firstTexts: [Int] = []
    private var texts = TextStream()
    private var lengths = SegmentLengths()
    private var fingerprints: [UInt64] = []
    private var terms = TermTable()
    private var sectionTerms = TermOccurrences()
    private var pageTerms = TermOccurrences()
    /// By term: it can be part of a number or citation.
    private var isNumeric = BitSet()
    private let batch = TokenBatch()

    public init() {}

    /// Adds the next page. Time is linear in its text.
    public mutating func add(_ page: SearchPage) {
        firstTexts.append(texts.textCount)
        var sizes = PageLengths()
        var isTop = true
        for section in page.sections {
            let heading = scan(section.heading, .heading)
            let text = scan(section.text, .text)
            // A page's beginning is under its title, as other sections are under their headings.
            let title = isTop ? scan(page.title, .topTitle) : 0
            isTop = false
            sectionTerms.endDocument()
            lengths.headings.append(heading)
            lengths.texts.append(heading + text + title)
            lengths.words += Int(heading + text)
            sizes.bytes += section.heading.count + section.text.count
        }
        sizes.title = scan(page.title, .title)
        for words in page.keywords { sizes.keywords += scan(words, .keywords) }
        for tag in page.tags { sizes.tags += scan(tag, .tags) }
        for part in page.answer?.parts ?? [] { sizes.answer += scan(part.text, .answer) }
        pageTerms.endDocument()
        lengths.pages.append(sizes)
        fingerprints.append(page.fingerprint)
        pages.append(page.withoutTexts)
    }

    /// Sorts what was added, on the segment's own thread.
    public consuming func finish() -> IndexSegment {
        let order = terms.sorted()
        let sections = SealedPostings(sectionTerms, order: order)
        sectionTerms = TermOccurrences()
        return IndexSegment(
            pages: pages, firstTexts: firstTexts, texts: texts, textCounts: texts.counts(order), lengths: lengths,
            fingerprints: fingerprints, terms: terms, order: order, sections: sections,
            pageFields: SealedPostings(pageTerms, order: order))
    }

    /// Counts the terms of one field; returns its number of tokens.
    private mutating func scan(_ text: [UInt8], _ field: SearchField) -> UInt32 {
        text.withUnsafeBufferPointer { field.isKept ? scanText($0, field) : scanField($0, field) }
    }

    private mutating func scanText(_ text: UnsafeBufferPointer<UInt8>, _ field: SearchField) -> UInt32 {
        var recorder = TextRecorder()
        texts.beginText()
        let count = forEachTerm(text, field) { builder, term, start, end in
            recorder.record(term, start..<end, of: text, in: &builder.texts)
        }
        recorder.finish(text, in: &texts)
        return count
    }

    private mutating func scanField(_ text: UnsafeBufferPointer<UInt8>, _ field: SearchField) -> UInt32 {
        forEachTerm(text, field) { _, _, _, _ in }
    }

    /// - Parameter body: gets each token that is written in plain letters, and where it stands.
    @inline(__always)
    private mutating func forEachTerm(
        _ text: UnsafeBufferPointer<UInt8>, _ field: SearchField,
        _ body: (inout SegmentBuilder, Int, Int, Int) -> Void
    ) -> UInt32 {
        var tokens = TokenScanner(text, buffer: batch.firstBuffer)
        var sequences = SequenceReader()
        var inSequence = false
        var count: UInt32 = 0
        var previous = -1
        while batch.fill(&tokens) {
            terms.intern(batch)
            while isNumeric.count < terms.count { register(isNumeric.count) }
            count += UInt32(batch.count)
            for token in batch.tokens {
                let term = token.term
                if token.isPlain { body(&self, term, token.start, token.end) }
                if token.separator == 0x2D, previous >= 0 {
                    if term == previous { continue }
                    join(previous, term, field)
                }
                record(term, field)
                previous = term
                if isNumeric[term] || inSequence {
                    sequences.read(NumberKind(terms[term]), separator: token.separator)
                    recordSequence(sequences, field)
                    inSequence = isNumeric[term]
                }
            }
        }
        if inSequence {
            sequences.finish()
            recordSequence(sequences, field)
        }
        return count
    }

    @inline(never)
    private mutating func register(_ term: Int) {
        isNumeric.append(NumberKind(terms[term]) != .other)
    }

    @inline(__always)
    private mutating func record(_ term: Int, _ field: SearchField) {
        if field.isOfPage { pageTerms.add(term, field) } else { sectionTerms.add(term, field) }
    }

    /// Hyphenated words with a short or numbered part are also found written together: `e-mel`, `ke-2`, `covid-19`.
    private mutating func join(_ first: Int, _ second: Int, _ field: SearchField) {
        guard let joined = joinedByHyphen(terms[first], terms[second]) else { return }
        recordDerived(joined, field)
    }

    private mutating func recordSequence(_ sequences: SequenceReader, _ field: SearchField) {
        if let number = sequences.number { recordDerived(decimal(number), field) }
        if let citation = sequences.citation {
            recordDerived(citationTerm(citation.number, citation.year), field)
        }
    }

    @inline(never)
    private mutating func recordDerived(_ bytes: [UInt8], _ field: SearchField) {
        let term = terms.intern(bytes)
        if term == isNumeric.count { register(term) }
        record(term, field)
    }
}

/// Terms in the order in which they came, document by document.
///
/// That they come again is seen only when they are sorted: there the memory of many terms is waited for at once, here for
/// one after the other.
struct TermOccurrences: Sendable {
    private(set) var occurrences: [Occurrence] = []
    /// The number of occurrences up to the end of each document.
    private(set) var ends: [Int] = []

    struct Occurrence: Sendable {
        private let packed: UInt32

        @inline(__always)
        init(_ term: Int, _ field: SearchField) { packed = UInt32(truncatingIfNeeded: term) << 3 | field.rawValue }

        @inline(__always) var term: Int { Int(packed >> 3) }
        @inline(__always) var field: SearchField { SearchField(rawValue: packed & 7) ?? .text }
    }

    @inline(__always)
    mutating func add(_ term: Int, _ field: SearchField) { occurrences.append(Occurrence(term, field)) }

    mutating func endDocument() { ends.append(occurrences.count) }
}

/// Whether each of a growing run of things is so.
private struct BitSet {
    private var words: [UInt64] = []
    private(set) var count = 0

    mutating func append(_ value: Bool) {
        if count & 63 == 0 { words.append(0) }
        if value { words[count >> 6] |= 1 << UInt64(count & 63) }
        count += 1
    }

    @inline(__always)
    subscript(_ index: Int) -> Bool { words[index >> 6] >> UInt64(index & 63) & 1 == 1 }
}

extension SearchPage {
    /// The page as a segment keeps it: its texts are in the stream, and an anchor that the heading tells is only marked.
    fileprivate var withoutTexts: SearchPage {
        var page = self
        page.title = []
        page.tags = []
        page.keywords = keywords.map { _ in [] }
        page.answer = answer.map { _ in SearchAnswer() }
        page.sections = sections.map {
            SearchSection(anchor: PlainAnchor.stored($0.anchor, heading: $0.heading), heading: [], text: [])
        }
        return page
    }
}

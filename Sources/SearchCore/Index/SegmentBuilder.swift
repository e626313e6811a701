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

    /// - Parameter textBytes: about how many bytes of text will come. Room is made for them at once: memory that is
    ///   never written costs nothing, but lists that grow are copied again and again.
    public init(textBytes: Int = 0) {
        sectionTerms.reserveCapacity(textBytes / 7)
        texts.reserveCapacity(words: textBytes / 7, literalBytes: textBytes / 5)
    }

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
        text.withUnsafeBufferPointer { scan($0, field) }
    }

    private mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ field: SearchField) -> UInt32 {
        var tokens = TokenScanner(text, buffer: batch.firstBuffer)
        var recorder = TextRecorder()
        var sequences = SequenceState()
        var count: UInt32 = 0
        if field.isKept { texts.beginText() }
        while batch.fill(&tokens) {
            terms.intern(batch)
            while isNumeric.count < terms.count { register(isNumeric.count) }
            count += UInt32(batch.count)
            if field.isKept { recorder.record(batch, of: text, in: &texts) }
            recordTerms(field, &sequences)
        }
        if field.isKept { recorder.finish(text, in: &texts) }
        if sequences.isInside {
            sequences.reader.finish()
            recordSequence(sequences.reader, field)
        }
        return count
    }

    /// What is carried from token to token.
    private struct SequenceState {
        var reader = SequenceReader()
        var isInside = false
        /// The last term, or -1.
        var previous = -1
    }

    /// Records the terms of the batch.
    private mutating func recordTerms(_ field: SearchField, _ state: inout SequenceState) {
        withUnsafeTemporaryAllocation(of: TermOccurrences.Occurrence.self, capacity: TokenBatch.capacity) { found in
            var count = 0
            for token in batch.tokens {
                let term = token.term
                if token.separator == 0x2D, state.previous >= 0 {
                    if term == state.previous { continue }
                    join(state.previous, term, field)
                }
                found[count] = TermOccurrences.Occurrence(term, field)
                count += 1
                state.previous = term
                if isNumeric[term] || state.isInside {
                    state.reader.read(NumberKind(terms[term]), separator: token.separator)
                    recordSequence(state.reader, field)
                    state.isInside = isNumeric[term]
                }
            }
            record(UnsafeBufferPointer(rebasing: found[..<count]), field)
        }
    }

    @inline(never)
    private mutating func register(_ term: Int) { isNumeric.append(NumberKind(terms[term]) != .other) }

    private mutating func record(_ found: UnsafeBufferPointer<TermOccurrences.Occurrence>, _ field: SearchField) {
        if field.isOfPage { pageTerms.add(found) } else { sectionTerms.add(found) }
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
        withUnsafePointer(to: TermOccurrences.Occurrence(term, field)) {
            record(UnsafeBufferPointer(start: $0, count: 1), field)
        }
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

    mutating func reserveCapacity(_ count: Int) { occurrences.reserveCapacity(count) }

    mutating func add(_ found: UnsafeBufferPointer<Occurrence>) { occurrences.append(contentsOf: found) }

    mutating func endDocument() { ends.append(occurrences.count) }

    /// Calls `body` with each occurrence and its document, in order.
    @inline(__always)
    func forEach(_ body: (Occurrence, Int32) -> Void) {
        var first = 0
        for (document, end) in ends.enumerated() {
            let document = Int32(min(document, Posting.lastDocument))
            for occurrence in occurrences[first..<end] { body(occurrence, document) }
            first = end
        }
    }
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

/// Collects the terms of a run of pages; one per thread.
public struct SegmentBuilder {
    private var pages: [SearchPage] = []
    private var firstTexts: [Int] = []
    private var texts = TextStream()
    private var lengths = SegmentLengths()
    private var fingerprints: [UInt64] = []
    private var terms = TermTable()
    private var pageTerms = PageTerms()
    /// By term: it can be part of a number or citation.
    private var isNumeric = BitSet()
    private let batch = TokenBatch()

    /// - Parameter textBytes: about how many bytes of text will come. Room is made for them at once: memory that is
    ///   never written costs nothing, but lists that grow are copied again and again.
    public init(textBytes: Int = 0) {
        texts.reserveCapacity(words: textBytes / 7, literalBytes: textBytes / 5)
    }

    /// Adds the next page. Time is linear in its text.
    public mutating func add(_ page: SearchPage) {
        firstTexts.append(texts.textCount)
        var sizes = PageLengths()
        let top = lengths.texts.count
        for section in page.sections {
            let heading = scan(section.heading, .heading)
            let text = scan(section.text, .text)
            lengths.headings.append(heading)
            lengths.texts.append(heading + text)
            lengths.words += Int(heading + text)
            sizes.bytes += section.heading.count + section.text.count
        }
        sizes.title = scan(page.title, .title)
        if !page.sections.isEmpty { lengths.texts[top] += sizes.title }
        for words in page.keywords { sizes.keywords += scan(words, .keywords) }
        for tag in page.tags { sizes.tags += scan(tag, .tags) }
        for part in page.answer?.parts ?? [] { sizes.answer += scan(part.text, .answer) }
        pageTerms.endPage()
        lengths.pages.append(sizes)
        fingerprints.append(page.fingerprint)
        pages.append(page.withoutTexts)
    }

    /// Sorts what was added, on the segment's own thread.
    public consuming func finish() -> IndexSegment {
        let order = terms.sorted()
        let counts = texts.counts(termCount: terms.count)
        let ofPages = pageTerms.counts(termCount: terms.count)
        let sections = SectionTerms(
            texts: texts, firstTexts: firstTexts, sectionCounts: pages.map { $0.sections.count })
        return IndexSegment(
            pages: pages, firstTexts: firstTexts, texts: texts, textCounts: counts, lengths: lengths,
            fingerprints: fingerprints, terms: terms, order: order,
            sections: SealedPostings(sections, order: order, most: { counts.words[$0] + counts.unwritten[$0] }),
            pageFields: SealedPostings(pageTerms, order: order, most: { ofPages[$0] }))
    }

    /// Counts the terms of one field; returns its number of tokens.
    private mutating func scan(_ text: [UInt8], _ field: SearchField) -> UInt32 {
        text.withUnsafeBufferPointer { scan($0, field) }
    }

    private mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ field: SearchField) -> UInt32 {
        var tokens = TokenScanner(text, buffer: batch.firstBuffer)
        var recorder = TextRecorder(text)
        var sequences = SequenceState()
        var count: UInt32 = 0
        if field.isKept { texts.beginText() }
        while batch.fill(&tokens) {
            terms.intern(batch)
            while isNumeric.count < terms.count { register(isNumeric.count) }
            count += UInt32(batch.count)
            record(field, &recorder, &sequences)
        }
        if field.isKept { recorder.finish(in: &texts) }
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

    /// Records the tokens of the batch: in the text, and the terms of a page's field.
    private mutating func record(_ field: SearchField, _ recorder: inout TextRecorder, _ state: inout SequenceState) {
        withUnsafeTemporaryAllocation(of: TextStream.Step.self, capacity: 2 * TokenBatch.capacity) { steps in
            var count = 0
            for token in batch.tokens {
                let term = token.term
                let isRepeated = token.separator == 0x2D && term == state.previous
                if field.isKept { recorder.record(token, isRepeated, in: &texts, steps, &count) }
                if isRepeated { continue }
                if field.isOfPage { pageTerms.add(term, field) }
                if token.separator == 0x2D, state.previous >= 0 { join(state.previous, term, field) }
                state.previous = term
                if isNumeric[term] || state.isInside {
                    state.reader.read(NumberKind(terms[term]), separator: token.separator)
                    recordSequence(state.reader, field)
                    state.isInside = isNumeric[term]
                }
            }
            texts.add(UnsafeBufferPointer(rebasing: steps[..<count]))
        }
    }

    @inline(never)
    private mutating func register(_ term: Int) { isNumeric.append(NumberKind(terms[term]) != .other) }

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
        if field.isOfPage { pageTerms.add(term, field) }
        if field.isKept { texts.add(unwritten: term) }
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

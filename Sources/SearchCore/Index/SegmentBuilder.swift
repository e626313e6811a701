/// Collects the terms of a run of pages; one per thread.
public struct SegmentBuilder {
    private var pages: [SearchPage] = []
    private var firstTexts: [Int] = []
    private var texts = TextStream()
    private var lengths = SegmentLengths()
    private var fingerprints: [UInt64] = []
    private var terms = TermTable()
    private var sectionPostings: [Posting] = []
    private var pagePostings: [Posting] = []
    /// By term.
    private var marks: [TermMark] = []
    private let buffer = TokenBuffer()

    /// A term's newest postings; their documents are kept here too, because the postings are long out of the cache.
    private struct TermMark {
        var section = LastPosting()
        var page = LastPosting()
        /// The term can be part of a number or citation.
        var isNumeric: Bool
    }

    private struct LastPosting {
        var document: Int32 = -1
        var place: UInt32 = 0
    }

    public init() {}

    /// Adds the next page. Time is linear in its text.
    public mutating func add(_ page: SearchPage) {
        let number = pages.count
        firstTexts.append(texts.textCount)
        var sizes = PageLengths()
        var isTop = true
        for section in page.sections {
            let document = lengths.texts.count
            let heading = scan(section.heading, document: document, .heading)
            let text = scan(section.text, document: document, .text)
            // A page's beginning is under its title, as other sections are under their headings.
            let title = isTop ? scan(page.title, document: document, .topTitle) : 0
            isTop = false
            lengths.headings.append(heading)
            lengths.texts.append(heading + text + title)
            lengths.words += Int(heading + text)
            sizes.bytes += section.heading.count + section.text.count
        }
        sizes.title = scan(page.title, document: number, .title)
        for words in page.keywords { sizes.keywords += scan(words, document: number, .keywords) }
        for tag in page.tags { sizes.tags += scan(tag, document: number, .tags) }
        for part in page.answer?.parts ?? [] { sizes.answer += scan(part.text, document: number, .answer) }
        lengths.pages.append(sizes)
        fingerprints.append(page.fingerprint)
        pages.append(page.withoutTexts)
    }

    /// Sorts what was added, on the segment's own thread.
    public consuming func finish() -> IndexSegment {
        let sections = SealedPostings(sectionPostings, termCount: terms.count)
        sectionPostings = []
        return IndexSegment(
            pages: pages, firstTexts: firstTexts, texts: texts, textCounts: texts.counts(termCount: terms.count),
            lengths: lengths, fingerprints: fingerprints, terms: terms, order: terms.sorted(), sections: sections,
            pageFields: SealedPostings(pagePostings, termCount: terms.count))
    }

    /// Counts the terms of one field; returns its number of tokens.
    private mutating func scan(_ text: [UInt8], document: Int, _ field: SearchField) -> UInt32 {
        text.withUnsafeBufferPointer { text in
            field.isKept ? scanText(text, document, field) : scanField(text, document, field)
        }
    }

    private mutating func scanText(_ text: UnsafeBufferPointer<UInt8>, _ document: Int, _ field: SearchField) -> UInt32
    {
        var recorder = TextRecorder()
        texts.beginText()
        let count = forEachTerm(text, document, field) { builder, term, tokens in
            recorder.record(term, tokens, of: text, in: &builder.texts)
        }
        recorder.finish(text, in: &texts)
        return count
    }

    private mutating func scanField(
        _ text: UnsafeBufferPointer<UInt8>, _ document: Int, _ field: SearchField
    ) -> UInt32 {
        forEachTerm(text, document, field) { _, _, _ in }
    }

    @inline(__always)
    private mutating func forEachTerm(
        _ text: UnsafeBufferPointer<UInt8>, _ document: Int, _ field: SearchField,
        _ body: (inout SegmentBuilder, Int, TokenScanner) -> Void
    ) -> UInt32 {
        var tokens = TokenScanner(text, buffer: buffer.bytes)
        var sequences = SequenceReader()
        var inSequence = false
        var count: UInt32 = 0
        var previous = -1
        while tokens.next() {
            let term = tokens.intern(in: &terms)
            if term == marks.count { register(term) }
            count += 1
            body(&self, term, tokens)
            if tokens.separator == 0x2D, previous >= 0 {
                if term == previous { continue }
                join(previous, term, document, field)
            }
            record(term, document, field)
            previous = term
            if marks[term].isNumeric || inSequence {
                sequences.read(NumberKind(terms[term]), separator: tokens.separator)
                recordSequence(sequences, document, field)
                inSequence = marks[term].isNumeric
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
        marks.append(TermMark(isNumeric: NumberKind(terms[term]) != .other))
    }

    @inline(__always)
    private mutating func record(_ term: Int, _ document: Int, _ field: SearchField) {
        if field.isOfPage {
            Self.record(term, document, field.posting, &pagePostings, &marks[term].page)
        } else {
            Self.record(term, document, .text, &sectionPostings, &marks[term].section)
            if field == .heading { sectionPostings[Int(marks[term].section.place)].increment(.heading) }
        }
    }

    @inline(__always)
    private static func record(
        _ term: Int, _ document: Int, _ field: Posting.Field, _ postings: inout [Posting], _ last: inout LastPosting
    ) {
        if last.document == Int32(truncatingIfNeeded: document) {
            postings[Int(last.place)].increment(field)
        } else {
            last = LastPosting(
                document: Int32(truncatingIfNeeded: document), place: UInt32(truncatingIfNeeded: postings.count))
            postings.append(Posting(term: term, document: document, low: 1 << field.shift))
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
        if term == marks.count { register(term) }
        record(term, document, field)
    }
}

/// Where the scanner folds its tokens.
private final class TokenBuffer {
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: TokenScanner.capacity + 8)

    deinit { bytes.deallocate() }
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

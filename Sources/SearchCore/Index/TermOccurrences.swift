/// Terms as they came, document by document; those of sections are read from their texts.
protocol TermOccurrences {
    /// Calls `body` with each term, the field where it stands, and its document, by rising document.
    func forEach(_ body: (_ term: Int, _ field: SearchField, _ document: Int) -> Void)
}

/// What a segment's pages say in their own fields.
struct PageTerms: TermOccurrences, Sendable {
    private var occurrences: [Occurrence] = []
    /// The number of occurrences up to the end of each page.
    private var ends: [Int] = []

    private struct Occurrence: Sendable {
        var term: Int32
        var field: SearchField
    }

    mutating func add(_ term: Int, _ field: SearchField) {
        occurrences.append(Occurrence(term: Int32(truncatingIfNeeded: term), field: field))
    }

    /// By term: how often the fields have it.
    func counts(termCount: Int) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: termCount)
        for occurrence in occurrences { counts[Int(occurrence.term)] += 1 }
        return counts
    }

    mutating func endPage() { ends.append(occurrences.count) }

    @inline(__always)
    func forEach(_ body: (_ term: Int, _ field: SearchField, _ document: Int) -> Void) {
        var first = 0
        for (page, end) in ends.enumerated() {
            for occurrence in occurrences[first..<end] { body(Int(occurrence.term), occurrence.field, page) }
            first = end
        }
    }
}

/// What a segment's sections say.
struct SectionTerms: TermOccurrences {
    let texts: TextStream
    /// As in `IndexSegment`.
    let firstTexts: [Int]
    /// Sections of each page.
    let sectionCounts: [Int]

    @inline(__always)
    func forEach(_ body: (_ term: Int, _ field: SearchField, _ document: Int) -> Void) {
        texts.withSteps { steps in
            var section = 0
            for (page, count) in sectionCounts.enumerated() {
                var text = firstTexts[page]
                let title = text + 2 * count
                for place in 0..<count {
                    // A page's beginning is under its title, as other sections are under their headings.
                    if place == 0 { steps.forEachTerm(of: title) { body($0, .text, section) } }
                    steps.forEachTerm(of: text) { body($0, .heading, section) }
                    steps.forEachTerm(of: text + 1) { body($0, .text, section) }
                    text += 2
                    section += 1
                }
            }
        }
    }
}

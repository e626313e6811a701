// Why a page stands where it does.
extension SearchRun {
    /// What each word is worth in the page's best section and in its own fields; what its sections and fields add up to;
    /// the factors by which that is multiplied, in hundredths.
    func explanation(_ entry: Entry, _ slots: [QuerySlot], _ ranking: PageRanking, _ board: ScoreBoard) -> [UInt8] {
        var text: [UInt8] = []
        for slot in slots where !slot.word.isExcluded {
            var own = ScoreBoard(sectionPage: index.sectionPage, pageCount: index.start.pages.count)
            own.add(slot, number: 0)
            text += slot.correction ?? slot.word.term
            Self.add(" ", ranking.bestSection(of: entry.page, in: own), " + ", own.fields[entry.page], to: &text)
            Self.add("; ", to: &text)
        }
        let best = ranking.bestSection(of: entry.page, in: board)
        let wide = scaled(board.wide[entry.page] - best, by: RankingWeights.wide)
        Self.add("bahagian ", best, " + ", wide, to: &text)
        let row = index.start.pages[entry.page]
        Self.add(
            ", medan ", board.fields[entry.page], "; × pemberat ", percent(PageRanking.mild(row.weight)), to: &text)
        if index.isSuperseded[entry.page] {
            Self.add(" × digantikan ", percent(PageRanking.supersededFactor), to: &text)
        }
        if row.language == language { Self.add(" × bahasa ", percent(PageRanking.languageFactor), to: &text) }
        Self.add(
            " × liputan ", percent(Self.coordination(entry.page, board, board.mostCoverage)), " × dekat ",
            percent(entry.closeness), to: &text)
        Self.add(" % = ", entry.score, to: &text)
        return text
    }

    private func percent(_ factor: Int32) -> Int32 { factor * 100 / 256 }

    @inline(never)
    private static func add(_ label: StaticString, _ value: Int32, to text: inout [UInt8]) {
        add(label, to: &text)
        text += decimal(Int(value))
    }

    @inline(never)
    private static func add(
        _ label: StaticString, _ value: Int32, _ next: StaticString, _ other: Int32, to text: inout [UInt8]
    ) {
        add(label, value, to: &text)
        add(next, other, to: &text)
    }

    @inline(never)
    private static func add(_ label: StaticString, to text: inout [UInt8]) {
        text.append(contentsOf: UnsafeBufferPointer(start: label.utf8Start, count: label.utf8CodeUnitCount))
    }
}

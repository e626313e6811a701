// Why a page stands where it does.
extension SearchRun {
    /// As JSON: what all words are worth in the page's best section, what its other sections add to it, and what its own
    /// fields; the factors by which that is multiplied, in hundredths; each word with its worth in the section and fields.
    func explanation(_ entry: Entry, _ slots: [QuerySlot], _ ranking: PageRanking, _ board: ScoreBoard) -> [UInt8] {
        let best = ranking.bestSection(of: entry.page, in: board)
        let row = index.start.pages[entry.page]
        var text: [UInt8] = []
        Self.add("{\"section\":", best, to: &text)
        Self.add(",\"others\":", scaled(board.wide[entry.page] - best, by: RankingWeights.wide), to: &text)
        Self.add(",\"fields\":", board.fields[entry.page], to: &text)
        Self.add(",\"factors\":{\"weight\":", percent(PageRanking.mild(row.weight)), to: &text)
        if index.isSuperseded[entry.page] {
            Self.add(",\"superseded\":", percent(PageRanking.supersededFactor), to: &text)
        }
        if row.isBest(for: language) { Self.add(",\"language\":", percent(PageRanking.languageFactor), to: &text) }
        Self.add(
            ",\"coverage\":", percent(Self.coordination(entry.page, board, board.mostCoverage)), to: &text)
        Self.add(",\"nearness\":", percent(entry.closeness), to: &text)
        text += [UInt8](literal: "},\"words\":[")
        var isFirst = true
        for slot in slots where !slot.word.isExcluded {
            var own = ScoreBoard(sectionPage: index.sectionPage, pageCount: index.start.pages.count)
            own.add(slot, number: 0)
            text += [UInt8](literal: isFirst ? "[\"" : "],[\"")
            text += slot.correction ?? slot.word.term
            Self.add("\",", ranking.bestSection(of: entry.page, in: own), to: &text)
            Self.add(",", own.fields[entry.page], to: &text)
            isFirst = false
        }
        return text + [UInt8](literal: isFirst ? "]}" : "]]}")
    }

    private func percent(_ factor: Int32) -> Int32 { factor * 100 / 256 }

    @inline(never)
    private static func add(_ label: StaticString, _ value: Int32, to text: inout [UInt8]) {
        text += [UInt8](literal: label) + decimal(Int(value))
    }
}

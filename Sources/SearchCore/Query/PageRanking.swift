/// Orders pages by their best section, by how much of the query the whole page has, and by the page's own fields.
struct PageRanking {
    private let index: OpenIndex
    private let board: ScoreBoard

    static let supersededFactor: Int32 = 150
    static let languageFactor: Int32 = 320

    init(_ index: OpenIndex, _ board: ScoreBoard) {
        self.index = index
        self.board = board
    }

    /// All pages found with their scores, by rising number; none is above the one that replaced it.
    func pages(language: UInt8?) -> [(page: Int, score: Int32)] {
        var found: [(page: Int, score: Int32)] = []
        for page in index.start.pages.indices where board.coverage[page] > 0 {
            found.append((page, score(page, language: language)))
        }
        for succession in index.start.successions {
            guard let old = place(of: succession.old, in: found), let new = place(of: succession.new, in: found)
            else { continue }
            found[old].score = min(found[old].score, found[new].score)
        }
        return found
    }

    private func place(of page: Int, in found: [(page: Int, score: Int32)]) -> Int? {
        let place = lowerBound(found.count) { found[$0].page < page }
        return place < found.count && found[place].page == page ? place : nil
    }

    private func score(_ page: Int, language: UInt8?) -> Int32 {
        let best = bestSection(of: page, in: board)
        var score = best + scaled(board.wide[page] - best, by: RankingWeights.wide) + board.fields[page]
        let row = index.start.pages[page]
        score = scaled(score, by: Self.mild(row.weight))
        if index.isSuperseded[page] { score = scaled(score, by: Self.supersededFactor) }
        if row.isBest(for: language) { score = scaled(score, by: Self.languageFactor) }
        return max(1, score)
    }

    /// A weight in hundredths as a factor in 256ths, drawn toward one: 200 gives 1.33, 50 gives 0.83.
    static func mild(_ weight: UInt8) -> Int32 { 256 + (Int32(weight) - 100) * 85 / 100 }

    /// What the page's best section is worth, of those that have all of the slots' `bits`.
    @inline(never)
    func bestSection(of page: Int, in board: ScoreBoard, with bits: UInt32 = 0) -> Int32 {
        var best: Int32 = 0
        for section in sections(of: page) where board.masks[section] & bits == bits {
            best = max(best, board.sections[section])
        }
        return best
    }

    func sections(of page: Int) -> Range<Int> {
        Int(index.sectionStarts[page])..<Int(index.sectionStarts[page + 1])
    }

    /// The page's matching sections that have all of the slots' `bits`, the best first; its first section when none has.
    func matching(_ page: Int, with bits: UInt32) -> [(section: Int, worth: Int32)] {
        let found = sections(of: page).filter { board.sections[$0] > 0 && board.masks[$0] & bits == bits }.map {
            (section: $0, worth: board.sections[$0])
        }
        if found.isEmpty { return sections(of: page).prefix(1).map { ($0, 0) } }
        return heapSorted(found) { $0.worth != $1.worth ? $0.worth > $1.worth : $0.section < $1.section }
    }

    /// The first `count` by score, then by page.
    static func best(_ pages: [(page: Int, score: Int32)], _ count: Int) -> [(page: Int, score: Int32)] {
        var top: [(page: Int, score: Int32)] = []
        for page in pages {
            if top.count == count, let last = top.last, page.score <= last.score { continue }
            let place = lowerBound(top.count) { top[$0].score >= page.score }
            top.insert(page, at: place)
            if top.count > count { top.removeLast() }
        }
        return top
    }
}

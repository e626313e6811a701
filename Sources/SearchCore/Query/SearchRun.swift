/// One search: words to slots, slots to scores, scores to pages, pages to results.
struct SearchRun {
    private let engine: SearchEngine
    private let query: [UInt8]
    private let options: SearchOptions
    private let parsed: ParsedQuery
    private(set) var wanted = FileRequest()

    init(_ engine: SearchEngine, _ query: [UInt8], _ options: SearchOptions) {
        self.engine = engine
        self.query = query
        self.options = options
        parsed = ParsedQuery(query)
    }

    /// Nil when files are `wanted`.
    mutating func results() -> SearchResults? {
        var results = SearchResults()
        results.query = query
        guard let slots = resolve() else { return nil }
        let board = scored(slots)
        let ranking = PageRanking(engine.start, board, sectionStarts: engine.sectionStarts)
        let found = ranking.pages(language: language)
        results.types = counts(found)
        let shown = filtered(found)
        results.total = shown.count
        let top = PageRanking.best(shown, max(1, options.limit))
        let matcher = FormMatcher(slots)
        let excerpts = ExcerptMaker(matcher, slots)
        for page in top {
            guard let text = text(of: page.page) else { continue }
            results.results.append(result(page.page, page.score, text, ranking.matching(page.page), excerpts))
        }
        guard wanted.isEmpty else { return nil }
        if engine.files.hasDamage {
            results.problem = [UInt8](literal: "Sebahagian indeks carian rosak atau bukan milik tapak ini.")
        }
        return results
    }

    private mutating func resolve() -> [QuerySlot]? {
        var resolver = SlotResolver(TermDirectory(start: engine.start, files: engine.files), engine.analyzer)
        let slots = resolver.slots(parsed.words, completesLast: parsed.endsInWord && !options.wholeWords)
        wanted = resolver.wanted
        return wanted.isEmpty ? slots : nil
    }

    private func scored(_ slots: [QuerySlot]) -> ScoreBoard {
        var board = ScoreBoard(sectionPage: engine.sectionPage, pageCount: engine.start.pages.count)
        for (number, slot) in slots.enumerated() where !slot.word.isExcluded { board.add(slot, number: number) }
        return board
    }

    private var language: UInt8? {
        engine.start.languages.firstIndex { $0 == options.language }.map { UInt8($0) }
    }

    private func counts(_ pages: [(page: Int, score: Int32)]) -> [(id: [UInt8], count: Int)] {
        var counts = [Int](repeating: 0, count: 256)
        for page in pages { counts[Int(engine.start.pages[page.page].type)] += 1 }
        return engine.start.types.enumerated().filter { counts[$0.offset & 255] > 0 }.map {
            ($0.element, counts[$0.offset & 255])
        }
    }

    private func filtered(_ pages: [(page: Int, score: Int32)]) -> [(page: Int, score: Int32)] {
        let wanted = options.type.isEmpty ? parsed.type : options.type
        guard !wanted.isEmpty else { return pages }
        guard let type = engine.start.types.firstIndex(where: { $0 == wanted }) else { return [] }
        return pages.filter { Int(engine.start.pages[$0.page].type) == type }
    }

    private mutating func text(of page: Int) -> SearchPage? {
        let pieces = engine.start.pieces
        let piece = lowerBound(pieces.count) { pieces[$0] <= page } - 1
        guard piece >= 0, let pages = engine.files.piece(piece, &wanted) else { return nil }
        return pages[safe: page - pieces[piece]]
    }

    private func result(
        _ page: Int, _ score: Int32, _ text: SearchPage, _ matching: [(section: Int, worth: Int32)],
        _ excerpts: ExcerptMaker
    ) -> SearchResult {
        let row = engine.start.pages[page]
        let first = Int(engine.sectionStarts[page])
        let shown = matching.compactMap { match in text.sections[safe: match.section - first].map { ($0, match.worth) }
        }
        let best = shown.first?.0
        let enough = (shown.first?.1 ?? 0) / 2
        var result = SearchResult(
            page: page, url: address(text, best), title: text.title, section: best?.heading ?? [],
            type: engine.start.types[safe: Int(row.type)] ?? [], score: score,
            excerpt: excerpts.excerpt(best?.text ?? []), reviewedDay: text.reviewedDay, dueDay: text.dueDay,
            superseded: row.superseded, answer: text.answer, sections: [])
        for (section, worth) in shown.dropFirst().prefix(3) where worth > enough {
            result.sections.append(
                SectionResult(
                    url: address(text, section), section: section.heading, excerpt: excerpts.excerpt(section.text)))
        }
        return result
    }

    private func address(_ page: SearchPage, _ section: SearchSection?) -> [UInt8] {
        guard let anchor = section?.anchor, !anchor.isEmpty else { return page.url }
        return page.url + [0x23] + anchor
    }
}

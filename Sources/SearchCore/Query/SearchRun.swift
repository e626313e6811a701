/// One search: words to slots, slots to scores, scores to pages, pages to results.
struct SearchRun {
    let index: OpenIndex
    private let files: FileStore
    private let query: [UInt8]
    private let options: SearchOptions
    private var parsed: ParsedQuery
    private(set) var wanted = FileRequest()

    init(_ index: OpenIndex, _ files: FileStore, _ query: [UInt8], _ options: SearchOptions) {
        self.index = index
        self.files = files
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
        let ranking = PageRanking(index, board)
        let phrases = PhraseChecker(slots)
        results.correction = correction(slots)
        let candidates = pinned(found(ranking, board, slots, phrases), corrected: results.correction)
        guard let found = quoting(phrases, candidates, ranking, &results.mayHaveMore) else { return nil }
        results.types = counts(found)
        let shown = filtered(found)
        results.total = shown.count
        guard let ranked = rankedByText(shown, slots, phrases, ranking, board) else { return nil }
        if ranked.isEmpty, parsed.loosen() {
            var loosened = self.results()
            loosened?.mayHaveMore = results.mayHaveMore
            return loosened
        }
        let excerpts = ExcerptMaker(FormMatcher(slots), slots)
        for entry in ranked.prefix(max(1, options.limit)) {
            var result = result(entry, excerpts)
            result.missing = missing(of: slots, board.pageMasks[entry.page])
            if options.explain { result.explanation = explanation(entry, slots, ranking, board) }
            results.results.append(result)
        }
        results.hasProblem = files.hasDamage
        return results
    }

    private mutating func resolve() -> [QuerySlot]? {
        let directory = TermDirectory(index: index, files: files)
        var resolver = SlotResolver(directory)
        let words = QueryRewriter(lists: index.lists).rewritten(parsed.words)
        let slots = resolver.slots(words, completesLast: parsed.endsInWord && !options.wholeWords)
        wanted = resolver.wanted
        return slots
    }

    private func scored(_ slots: [QuerySlot]) -> ScoreBoard {
        var board = ScoreBoard(sectionPage: index.sectionPage, pageCount: index.start.pages.count)
        for (number, slot) in slots.enumerated() where !slot.word.isExcluded { board.add(slot, number: number) }
        return board
    }

    var language: UInt8? {
        index.start.languages.firstIndex { $0 == options.language }.map { UInt8($0) }
    }

    /// A page with its texts and its place.
    struct Entry {
        var page: Int
        var score: Int32
        var text: SearchPage
        var sections: [(section: Int, worth: Int32)]
        /// What the words' nearness, and a title or question that says what was asked, multiply the score by.
        var closeness: Int32 = 256
    }
}

// Which pages.
extension SearchRun {
    /// Pages that have enough of the query, and nothing that it excludes; more words narrow.
    private func found(
        _ ranking: PageRanking, _ board: ScoreBoard, _ slots: [QuerySlot], _ phrases: PhraseChecker
    ) -> [(page: Int, score: Int32)] {
        var all = ranking.pages(language: language)
        if slots.contains(where: { $0.word.isExcluded }) { excludePages(slots, from: &all) }
        let most = board.mostCoverage
        let enough = scaled(most, by: RankingWeights.coverage)
        all = all.filter { board.coverage[$0.page] >= enough }
        if phrases.isIdle {
            return all.map { ($0.page, max(1, scaled($0.score, by: Self.coordination($0.page, board, most)))) }
        }
        return all.compactMap { page in
            let best = ranking.bestSection(of: page.page, in: board, with: phrases.bits)
            return best > 0 ? (page.page, best) : nil
        }
    }

    /// A page that lacks words of the query, by their rarity, loses part of its score: the factor for what it has.
    @inline(never)
    static func coordination(_ page: Int, _ board: ScoreBoard, _ most: Int32) -> Int32 {
        let share = Int32(truncatingIfNeeded: Int64(board.coverage[page]) &* 256 / Int64(max(1, most)))
        return 256 - RankingWeights.coordination + scaled(RankingWeights.coordination, by: share)
    }

    /// Takes away the pages that have all words of one exclusion, or a word made of them: `-e-mel` also means `emel`.
    @inline(never)
    private func excludePages(_ slots: [QuerySlot], from pages: inout [(page: Int, score: Int32)]) {
        // By page, how many words of the exclusion it has, counted in their order.
        var had = [Int](repeating: 0, count: index.start.pages.count)
        var (exclusion, words) = (0, 0)
        func remove() {
            if words > 0 { pages.removeAll { had[$0.page] == words } }
            for page in had.indices { had[page] = 0 }
            words = 0
        }
        for slot in slots where slot.word.isExcluded {
            if slot.word.exclusion != exclusion || slot.word.isDerived { remove() }
            exclusion = slot.word.exclusion
            for list in slot.exact {
                count(list, list.entry.sections, isOfPages: false, words, &had)
                count(list, list.entry.pages, isOfPages: true, words, &had)
            }
            words += 1
        }
        remove()
    }

    @inline(never)
    private func count(
        _ list: MatchList, _ span: TermShardReader.Span, isOfPages: Bool, _ before: Int, _ had: inout [Int]
    ) {
        let limit = isOfPages ? had.count : index.sectionPage.count
        for (document, _) in list.shard.postings(span, limit: limit, times: 1) {
            let page = Int(isOfPages ? document : index.sectionPage[Int(document)])
            if had[page] == before { had[page] = before + 1 }
        }
    }

    private func counts(_ pages: [(page: Int, score: Int32)]) -> [(id: [UInt8], count: Int)] {
        var counts = [Int](repeating: 0, count: 256)
        for page in pages { counts[Int(index.start.pages[page.page].type)] += 1 }
        return index.start.types.enumerated().filter { counts[$0.offset & 255] > 0 }.map {
            ($0.element, counts[$0.offset & 255])
        }
    }

    @inline(never)
    private func filtered(_ pages: [(page: Int, score: Int32)]) -> [(page: Int, score: Int32)] {
        let wanted = options.type.isEmpty ? parsed.type : options.type
        guard !wanted.isEmpty else { return pages }
        guard let type = index.start.types.firstIndex(where: { $0 == wanted }) else { return [] }
        return pages.filter { Int(index.start.pages[$0.page].type) == type }
    }

    /// What the reader wrote that none of the slots with these `bits` stands for.
    private func missing(of slots: [QuerySlot], _ bits: UInt32) -> [[UInt8]] {
        var found = [Bool](repeating: false, count: query.count + 1)
        for (number, slot) in slots.enumerated() where number >= 32 || bits >> UInt32(number) & 1 == 1 {
            for place in slot.word.range { found[place] = true }
            // A word that was joined with a neighbour is there with it.
            let neighbour = slots[safe: number + slot.correctionJoins]?.word.range ?? 0..<0
            for place in neighbour { found[place] = true }
        }
        var words: [[UInt8]] = []
        for slot in slots where !slot.isFunctionWord && !slot.word.isDerived && !slot.word.isExcluded {
            guard let first = slot.word.range.first, !found[first] else { continue }
            words.append(Array(query[slot.word.range]))
            for place in slot.word.range { found[place] = true }
        }
        return words
    }

    /// The query with its unknown words corrected, or nil when all were known.
    private func correction(_ slots: [QuerySlot]) -> [UInt8]? {
        var text: [UInt8] = []
        var position = 0
        var hasCorrection = false
        for (number, slot) in slots.enumerated() {
            guard let correction = slot.correction, slot.word.range.lowerBound >= position else { continue }
            var range = slot.word.range
            if slot.correctionJoins == 1, number + 1 < slots.count {
                range = range.lowerBound..<slots[number + 1].word.range.upperBound
            }
            if slot.correctionJoins == -1 { continue }
            text += query[position..<range.lowerBound] + correction
            position = range.upperBound
            hasCorrection = true
        }
        return hasCorrection ? text + query[min(position, query.count)...] : nil
    }
}

// By their texts.
extension SearchRun {
    /// The pages that have the quoted phrases, so that what is counted is what is shown; looked for in the pieces of the best.
    private mutating func quoting(
        _ phrases: PhraseChecker, _ pages: [(page: Int, score: Int32)], _ ranking: PageRanking,
        _ mayHaveMore: inout Bool
    ) -> [(page: Int, score: Int32)]? {
        guard !phrases.isIdle else { return pages }
        var pieces: [(page: Int, score: Int32)] = []
        for page in heapSorted(pages, { $0.page < $1.page }) {
            let piece = piece(of: page.page)
            var best = page.score
            if let last = pieces.last, last.page == piece {
                best = max(best, last.score)
                pieces.removeLast()
            }
            pieces.append((piece, best))
        }
        let read = PageRanking.best(pieces, RankingWeights.quoted)
        mayHaveMore = read.count < pieces.count
        var kept: [(page: Int, score: Int32)] = []
        for page in pages {
            let piece = piece(of: page.page)
            guard read.contains(where: { $0.page == piece }), let text = text(of: page.page) else { continue }
            if !sections(of: page.page, text, phrases, ranking).isEmpty { kept.append(page) }
        }
        return wanted.isEmpty ? kept : nil
    }

    /// The page's matching sections that have the phrases; its beginning, when its title alone has them.
    private func sections(
        of page: Int, _ text: SearchPage, _ phrases: PhraseChecker, _ ranking: PageRanking
    ) -> [(section: Int, worth: Int32)] {
        let matching = ranking.matching(page, with: phrases.bits)
        guard !phrases.isIdle else { return matching }
        let first = Int(index.sectionStarts[page])
        let quoting = matching.filter { match in
            guard let section = text.sections[safe: match.section - first] else { return false }
            return phrases.holds(in: section.text) || phrases.holds(in: section.heading)
        }
        if quoting.isEmpty, phrases.holds(in: text.title) { return [(first, 0)] }
        return quoting
    }

    private mutating func rankedByText(
        _ pages: [(page: Int, score: Int32)], _ slots: [QuerySlot], _ phrases: PhraseChecker, _ ranking: PageRanking,
        _ board: ScoreBoard
    ) -> [Entry]? {
        let proximity = ProximityScorer(slots, FormMatcher(slots), sections: board.sections.count)
        var entries: [Entry] = []
        for page in PageRanking.best(pages, max(RankingWeights.judged, options.limit)) {
            guard let text = text(of: page.page) else { continue }
            let sections = sections(of: page.page, text, phrases, ranking)
            entries.append(Entry(page: page.page, score: page.score, text: text, sections: sections))
        }
        guard wanted.isEmpty else { return nil }
        for place in 0..<min(RankingWeights.judged, entries.count) { adjust(&entries[place], proximity) }
        preferReadersLanguage(&entries)
        demote(&entries)
        return heapSorted(entries) { $0.score != $1.score ? $0.score > $1.score : $0.page < $1.page }
    }

    private func adjust(_ entry: inout Entry, _ proximity: ProximityScorer) {
        guard entry.score < RankingWeights.pin else { return }
        var nearness = proximity.nearness(entry.text.title)
        let first = Int(index.sectionStarts[entry.page])
        if let best = entry.sections.first, let section = entry.text.sections[safe: best.section - first] {
            nearness = max(nearness, proximity.nearness(section.heading), proximity.nearness(section.text))
        }
        var agreement = proximity.agreement(entry.text.title)
        for words in entry.text.keywords { agreement = max(agreement, proximity.agreement(words)) }
        // A question that says just what was asked is worth much, half of it little: by its square.
        entry.closeness =
            256 + nearness * RankingWeights.nearness / 256
            + agreement * agreement / 256 * RankingWeights.agreement / 256
        entry.score = scaled(entry.score, by: entry.closeness)
    }

    /// Of a page found in two languages, the reader's takes the better place.
    private func preferReadersLanguage(_ entries: inout [Entry]) {
        let addresses = entries.map { addressWithoutLanguage($0) }
        for own in entries.indices where index.start.pages[entries[own].page].isBest(for: language) {
            for other in entries.indices where entries[other].score > entries[own].score {
                guard entries[other].score < RankingWeights.pin, addresses[other] == addresses[own] else { continue }
                (entries[own].score, entries[other].score) = (entries[other].score, entries[own].score)
            }
        }
    }

    /// A page's address without the folder of its language, which the site's first language has none of.
    @inline(never)
    private func addressWithoutLanguage(_ entry: Entry) -> [UInt8] {
        let url = entry.text.url
        for language in index.start.languages.dropFirst() where url.starts(withBytes: language + [0x2F]) {
            return Array(url[(language.count + 1)...])
        }
        return url
    }

    /// Puts no page above the one that replaced it.
    private func demote(_ entries: inout [Entry]) {
        for succession in index.start.successions {
            guard let old = entries.firstIndex(where: { $0.page == succession.old }),
                let new = entries.firstIndex(where: { $0.page == succession.new }), old != new,
                entries[old].score < RankingWeights.pin
            else { continue }
            entries[old].score = min(entries[old].score, entries[new].score - 1)
        }
    }

    /// Puts pages first that the site's owner wants first for this very query, as typed or as corrected, in the reader's
    /// language if there are any.
    private func pinned(
        _ pages: [(page: Int, score: Int32)], corrected: [UInt8]?
    ) -> [(page: Int, score: Int32)] {
        let asked = tokens(query[...])
        let meant = corrected.map { tokens($0[...]) } ?? asked
        var own: [Int] = []
        var others: [Int] = []
        for pin in index.start.pins {
            let words = tokens(pin.query[...])
            guard words == asked || words == meant else { continue }
            guard let row = index.start.pages[safe: pin.page] else { continue }
            if row.isBest(for: language) { own.append(pin.page) } else { others.append(pin.page) }
        }
        let pins = own.isEmpty ? others : own
        guard !pins.isEmpty else { return pages }
        var result = pages.filter { !pins.contains($0.page) }
        for (place, page) in pins.enumerated() { result.append((page, RankingWeights.pin + 255 - Int32(place & 255))) }
        return result
    }

    private mutating func text(of page: Int) -> SearchPage? {
        let piece = piece(of: page)
        return files.page(page, at: page - index.start.pieces[piece], of: piece, &wanted)
    }

    @inline(never)
    private func piece(of page: Int) -> Int {
        let pieces = index.start.pieces
        return lowerBound(pieces.count) { pieces[$0] <= page } - 1
    }

    private func result(_ entry: Entry, _ excerpts: ExcerptMaker) -> SearchResult {
        let row = index.start.pages[entry.page]
        let first = Int(index.sectionStarts[entry.page])
        let shown = entry.sections.compactMap { match in
            entry.text.sections[safe: match.section - first].map { ($0, match.worth) }
        }
        let best = shown.first?.0
        let enough = (shown.first?.1 ?? 0) / 2
        var result = SearchResult(
            page: entry.page, url: address(entry.text, best), title: entry.text.title, section: best?.heading ?? [],
            type: index.start.types[safe: Int(row.type)] ?? [], score: entry.score,
            excerpt: excerpts.excerpt(best?.text ?? []), reviewedDay: entry.text.reviewedDay,
            dueDay: entry.text.dueDay, superseded: index.isSuperseded[entry.page],
            isPinned: entry.score >= RankingWeights.pin, isUntranslated: row.isOfSeveral && row.isBest(for: language),
            answer: entry.text.answer,
            sections: [])
        for (section, worth) in shown.dropFirst().prefix(3) where worth > enough {
            result.sections.append(
                SectionResult(
                    url: address(entry.text, section), section: section.heading,
                    excerpt: excerpts.excerpt(section.text)))
        }
        return result
    }

    @inline(never)
    private func address(_ page: SearchPage, _ section: SearchSection?) -> [UInt8] {
        guard let anchor = section?.anchor, !anchor.isEmpty else { return page.url }
        return page.url + [0x23] + anchor
    }
}

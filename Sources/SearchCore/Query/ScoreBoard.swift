/// Adds up what each slot is worth in each section and page; whole numbers in a fixed order, so equal on every machine.
struct ScoreBoard {
    private(set) var sections: [Int32]
    /// What the page's own fields are worth: title, keywords, tags, answer.
    private(set) var fields: [Int32]
    /// The best of each slot anywhere in the page, added up.
    private(set) var wide: [Int32]
    /// The weight of the slots that the page has at all.
    private(set) var coverage: [Int32]
    /// Bits of the slots that a section has as written or by family; slots from the 32nd on have none.
    private(set) var masks: [UInt32]
    private var slotSections: [Int32]
    private var slotPages: [Int32]
    private var pageBest: [Int32]
    private let sectionPage: [Int32]

    @inline(never)
    init(sectionPage: [Int32], pageCount: Int) {
        self.sectionPage = sectionPage
        sections = [Int32](repeating: 0, count: sectionPage.count)
        slotSections = sections
        masks = [UInt32](repeating: 0, count: sectionPage.count)
        fields = [Int32](repeating: 0, count: pageCount)
        (wide, coverage, slotPages, pageBest) = (fields, fields, fields, fields)
    }

    /// What the page with most of the query has of it.
    @inline(never) var mostCoverage: Int32 {
        var most: Int32 = 0
        for share in coverage { most = max(most, share) }
        return most
    }

    @inline(never)
    mutating func add(_ slot: QuerySlot, number: Int) {
        var touchedSections: [Int32] = []
        var touchedPages: [Int32] = []
        for list in slot.exact { addExact(list, &touchedSections, &touchedPages) }
        for alternative in slot.alternatives { addBest(alternative, &touchedSections, &touchedPages) }
        let best = settle(
            touchedSections, touchedPages, weight: slot.weight, bit: number < 32 ? 1 << UInt32(number) : 0)
        let share = scaled(slot.rarity(of: sections.count), by: slot.weight)
        for page in best {
            coverage[Int(page)] += share
            pageBest[Int(page)] = 0
        }
    }

    private mutating func addExact(_ list: MatchList, _ sections: inout [Int32], _ pages: inout [Int32]) {
        let factor = scaled(inverseFrequency(documents: list.documents, of: self.sections.count), by: list.weight)
        list.shard.forEachPosting(list.entry.sections, limit: self.sections.count) { document, impact in
            if slotSections[document] == 0 { sections.append(Int32(document)) }
            slotSections[document] += impact * factor
        }
        list.shard.forEachPosting(list.entry.pages, limit: fields.count) { document, impact in
            if slotPages[document] == 0 { pages.append(Int32(document)) }
            slotPages[document] += impact * factor
        }
    }

    /// Alternatives do not add up: the best counts.
    private mutating func addBest(
        _ alternative: QuerySlot.Alternative, _ sections: inout [Int32], _ pages: inout [Int32]
    ) {
        for (document, worth) in worth(alternative, limit: self.sections.count, { $0.sections }) {
            if slotSections[document] == 0 { sections.append(Int32(document)) }
            slotSections[document] = max(slotSections[document], worth)
        }
        for (document, worth) in worth(alternative, limit: fields.count, { $0.pages }) {
            if slotPages[document] == 0 { pages.append(Int32(document)) }
            slotPages[document] = max(slotPages[document], worth)
        }
    }

    /// Documents that have every word of the alternative, with the mean of their worth.
    private func worth(
        _ alternative: QuerySlot.Alternative, limit: Int, _ span: (TermShardReader.FoundEntry) -> TermShardReader.Span
    ) -> [(document: Int, worth: Int32)] {
        var result: [(document: Int, worth: Int32)] = []
        for (place, list) in alternative.lists.enumerated() {
            let factor = scaled(inverseFrequency(documents: list.documents, of: sections.count), by: list.weight)
            var kept: [(document: Int, worth: Int32)] = []
            var next = 0
            list.shard.forEachPosting(span(list.entry), limit: limit) { document, impact in
                if place == 0 { return kept.append((document, impact * factor)) }
                while next < result.count, result[next].document < document { next += 1 }
                guard next < result.count, result[next].document == document else { return }
                kept.append((document, result[next].worth + impact * factor))
            }
            result = kept
        }
        let count = Int32(max(1, alternative.lists.count))
        for index in result.indices {
            result[index].worth = max(1, scaled(result[index].worth / count, by: alternative.weight))
        }
        return result
    }

    /// Moves the slot's worth to the totals; returns the pages that have it.
    private mutating func settle(
        _ touchedSections: [Int32], _ touchedPages: [Int32], weight: Int32, bit: UInt32
    ) -> [Int32] {
        var pages: [Int32] = []
        for document in touchedSections {
            let worth = max(1, scaled(slotSections[Int(document)], by: weight))
            slotSections[Int(document)] = 0
            sections[Int(document)] += worth
            masks[Int(document)] |= bit
            let page = sectionPage[Int(document)]
            if pageBest[Int(page)] == 0 { pages.append(page) }
            if worth > pageBest[Int(page)] {
                wide[Int(page)] += worth - pageBest[Int(page)]
                pageBest[Int(page)] = worth
            }
        }
        for page in touchedPages {
            fields[Int(page)] += max(1, scaled(slotPages[Int(page)], by: weight))
            slotPages[Int(page)] = 0
            if pageBest[Int(page)] == 0 { pages.append(page) }
        }
        return pages
    }
}

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
        let best = settle(touchedSections, touchedPages, weight: slot.weight, bit: 1 << UInt32(number))
        let share = scaled(slot.rarity(of: sections.count), by: slot.weight)
        for page in best {
            coverage[Int(page)] += share
            pageBest[Int(page)] = 0
        }
    }

    private mutating func addExact(_ list: MatchList, _ sections: inout [Int32], _ pages: inout [Int32]) {
        let factor = scaled(inverseFrequency(documents: list.documents, of: self.sections.count), by: list.weight)
        Self.add(list.shard, list.entry.sections, factor, to: &slotSections, &sections)
        Self.add(list.shard, list.entry.pages, factor, to: &slotPages, &pages)
    }

    @inline(never)
    private static func add(
        _ shard: TermShardReader, _ span: TermShardReader.Span, _ factor: Int32, to worths: inout [Int32],
        _ touched: inout [Int32]
    ) {
        shard.forEachPosting(span, limit: worths.count) { document, impact in
            if worths[document] == 0 { touched.append(Int32(document)) }
            worths[document] += impact * factor
        }
    }

    /// Alternatives do not add up: the best counts.
    private mutating func addBest(
        _ alternative: QuerySlot.Alternative, _ sections: inout [Int32], _ pages: inout [Int32]
    ) {
        Self.raise(&slotSections, &sections, to: worth(alternative, limit: self.sections.count) { $0.sections })
        Self.raise(&slotPages, &pages, to: worth(alternative, limit: fields.count) { $0.pages })
    }

    @inline(never)
    private static func raise(
        _ worths: inout [Int32], _ touched: inout [Int32], to others: [(document: Int, worth: Int32)]
    ) {
        for (document, worth) in others {
            if worths[document] == 0 { touched.append(Int32(document)) }
            worths[document] = max(worths[document], worth)
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
            kept.reserveCapacity(span(list.entry).count)
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

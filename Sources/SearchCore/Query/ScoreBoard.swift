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
    /// The same for pages, however they have the slots.
    private(set) var pageMasks: [UInt32]
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
        pageMasks = [UInt32](repeating: 0, count: pageCount)
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
        let bit: UInt32 = 1 << UInt32(number)
        let best = settle(touchedSections, touchedPages, weight: slot.weight, bit: bit)
        let share = scaled(slot.rarity(of: sections.count), by: slot.weight)
        for page in best {
            coverage[Int(page)] += share
            pageMasks[Int(page)] |= bit
            pageBest[Int(page)] = 0
        }
    }

    /// The word's own lists add up.
    private mutating func addExact(_ list: MatchList, _ sections: inout [Int32], _ pages: inout [Int32]) {
        let inSections = postings(list, list.entry.sections, limit: self.sections.count)
        Self.put(inSections, &slotSections, &sections, isAdded: true)
        Self.put(postings(list, list.entry.pages, limit: fields.count), &slotPages, &pages, isAdded: true)
    }

    /// Alternatives do not add up: the best counts.
    private mutating func addBest(
        _ alternative: QuerySlot.Alternative, _ sections: inout [Int32], _ pages: inout [Int32]
    ) {
        let inSections = worth(alternative, limit: self.sections.count) { $0.sections }
        Self.put(inSections, &slotSections, &sections, isAdded: false)
        Self.put(worth(alternative, limit: fields.count) { $0.pages }, &slotPages, &pages, isAdded: false)
    }

    @inline(never)
    private static func put(
        _ found: [(document: Int32, worth: Int32)], _ worths: inout [Int32], _ touched: inout [Int32], isAdded: Bool
    ) {
        for (document, worth) in found {
            let before = worths[Int(document)]
            if before == 0 { touched.append(document) }
            worths[Int(document)] = isAdded ? before + worth : max(before, worth)
        }
    }

    /// A list's documents with what it is worth in them.
    @inline(never)
    private func postings(
        _ list: MatchList, _ span: TermShardReader.Span, limit: Int
    ) -> [(document: Int32, worth: Int32)] {
        let factor = scaled(inverseFrequency(documents: list.documents, of: sections.count), by: list.weight)
        return list.shard.postings(span, limit: limit, times: factor)
    }

    /// Documents that have every word of the alternative, with the mean of their worth.
    private func worth(
        _ alternative: QuerySlot.Alternative, limit: Int, _ span: (TermShardReader.FoundEntry) -> TermShardReader.Span
    ) -> [(document: Int32, worth: Int32)] {
        var result: [(document: Int32, worth: Int32)] = []
        for (place, list) in alternative.lists.enumerated() {
            let found = postings(list, span(list.entry), limit: limit)
            guard place > 0 else {
                result = found
                continue
            }
            var kept: [(document: Int32, worth: Int32)] = []
            var next = 0
            for (document, worth) in found {
                while next < result.count, result[next].document < document { next += 1 }
                guard next < result.count, result[next].document == document else { continue }
                kept.append((document, result[next].worth + worth))
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

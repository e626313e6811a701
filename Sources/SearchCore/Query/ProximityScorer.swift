/// Judges how near a query's words stand in a text: neighbours in order count in full, words a little apart in part.
struct ProximityScorer {
    private let matcher: FormMatcher
    /// Neighbouring slots of the query, with what the pair is worth.
    private var pairs: [(first: Int, second: Int, worth: Int32)] = []
    private var slotWorth: [Int32]
    private let total: Int32
    private let allWorth: Int32

    init(_ slots: [QuerySlot], _ matcher: FormMatcher, sections: Int) {
        self.matcher = matcher
        let worths = slots.map { scaled($0.rarity(of: sections), by: $0.weight) }
        slotWorth = worths
        let spoken = slots.indices.filter { !slots[$0].word.isDerived && !slots[$0].word.isExcluded }
        var sum: Int32 = 0
        for index in spoken.indices.dropFirst() {
            let (first, second) = (spoken[index - 1], spoken[index])
            let worth = min(worths[first], worths[second])
            pairs.append((first, second, worth))
            sum += worth
        }
        total = sum
        allWorth = spoken.reduce(0) { $0 + worths[$1] }
    }

    /// How near the words stand, from 0 to 256.
    func nearness(_ text: [UInt8]) -> Int32 {
        guard total > 0 else { return 0 }
        let matches = matcher.matches(text)
        var sum: Int32 = 0
        for pair in pairs { sum += scaled(pair.worth, by: closeness(pair.first, pair.second, matches)) }
        return sum * 256 / total
    }

    private func closeness(_ first: Int, _ second: Int, _ matches: [FormMatcher.Match]) -> Int32 {
        var best: Int32 = 0
        var lastFirst: Int?
        var lastSecond: Int?
        for match in matches {
            if match.slot == first {
                lastFirst = match.place
                if let other = lastSecond { best = max(best, match.place - other <= 2 ? 120 : 0) }
            }
            if match.slot == second {
                lastSecond = match.place
                if let other = lastFirst {
                    let gap = match.place - other
                    best = max(best, gap == 1 ? 256 : gap == 2 ? 180 : gap <= 4 ? 90 : gap <= 8 ? 30 : 0)
                }
            }
            if best == 256 { break }
        }
        return best
    }

    /// How nearly a short text, such as a title or a question, says what was asked and nothing else, from 0 to 256.
    func agreement(_ text: [UInt8]) -> Int32 {
        guard allWorth > 0 else { return 0 }
        let found = matcher.matchesWithCount(text)
        guard found.count > 0 else { return 0 }
        var seen = [Bool](repeating: false, count: slotWorth.count)
        var asked: Int32 = 0
        for match in found.matches where !seen[match.slot] {
            seen[match.slot] = true
            asked += scaled(slotWorth[match.slot], by: match.weight)
        }
        let share = min(256, asked * 256 / allWorth)
        return scaled(share, by: Int32(found.matches.count * 256 / found.count))
    }
}

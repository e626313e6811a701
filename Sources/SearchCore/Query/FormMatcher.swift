/// Finds the query's words in a section's text: which slot each token matches, if any.
struct FormMatcher {
    /// A token of the text that matches.
    struct Match {
        var slot: Int
        var range: Range<Int>
        /// The token's place among the section's tokens.
        var place: Int
        var weight: Int32
    }

    private var table = TermTable()
    /// For each form, its slot and weight.
    private var owners: [(slot: Int, weight: Int32)] = []

    init(_ slots: [QuerySlot]) {
        for (number, slot) in slots.enumerated() where !slot.word.isExcluded {
            for form in slot.forms {
                let index = table.intern(form.form)
                if index == owners.count {
                    owners.append((number, form.weight))
                } else if owners[index].weight < form.weight {
                    owners[index] = (number, form.weight)
                }
            }
        }
    }

    func matches(_ text: [UInt8]) -> [Match] { matchesWithCount(text).matches }

    /// The matches, and how many tokens the text has.
    func matchesWithCount(_ text: [UInt8]) -> (matches: [Match], count: Int) {
        var found: [Match] = []
        var place = 0
        var buffer = [UInt8](repeating: 0, count: TokenScanner.capacity + 8)
        text.withUnsafeBufferPointer { text in
            buffer.withUnsafeMutableBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                var tokens = TokenScanner(text, buffer: base)
                while tokens.next() {
                    if let form = table.find(UnsafePointer(base), tokens.length) {
                        let owner = owners[form]
                        found.append(
                            Match(
                                slot: owner.slot, range: tokens.start..<tokens.end, place: place, weight: owner.weight))
                    }
                    place += 1
                }
            }
        }
        return (found, place)
    }
}

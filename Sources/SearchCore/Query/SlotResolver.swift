/// Finds the lists of the index that each word of a query stands for.
struct SlotResolver {
    let directory: TermDirectory
    let analyzer: Analyzer
    private(set) var wanted = FileRequest()

    /// Weights in 256ths.
    static let formWeight: Int32 = 256
    static let familyWeight: Int32 = 154
    static let prefixWeight: Int32 = 180
    static let prefixLimit = 12

    init(_ directory: TermDirectory, _ analyzer: Analyzer) {
        self.directory = directory
        self.analyzer = analyzer
    }

    mutating func slots(_ words: [ParsedQuery.Word], completesLast: Bool) -> [QuerySlot] {
        var slots = words.map { exactSlot($0) }
        guard wanted.isEmpty else { return [] }
        if completesLast, let last = slots.indices.last, slots[last].exact.isEmpty {
            complete(&slots[last])
        }
        return wanted.isEmpty ? slots : []
    }

    private mutating func exactSlot(_ word: ParsedQuery.Word) -> QuerySlot {
        var slot = QuerySlot(word: word)
        addForm(word.term, to: &slot, weight: Self.formWeight)
        for key in analyzer.keys(of: word.term) { addFamily(key, to: &slot) }
        return slot
    }

    private mutating func addForm(_ form: [UInt8], to slot: inout QuerySlot, weight: Int32) {
        guard var list = directory.entry(form, &wanted) else { return }
        list.weight = weight
        slot.exact.append(list)
        slot.forms.append((form, 256))
    }

    /// A family without an entry of its own is its key's written form.
    private mutating func addFamily(_ key: [UInt8], to slot: inout QuerySlot) {
        if var list = directory.family(key, &wanted) {
            list.weight = Self.familyWeight
            slot.exact.append(list)
            for form in list.entry.forms { slot.forms.append((form, 200)) }
        } else if var list = directory.entry(key, &wanted) {
            list.weight = Self.familyWeight
            slot.exact.append(list)
            slot.forms.append((key, 200))
        }
    }

    /// Takes the word for the beginning of longer ones, the commonest of them.
    private mutating func complete(_ slot: inout QuerySlot) {
        let prefix = slot.word.term
        guard let range = directory.shards(withPrefix: prefix) else { return }
        let forms = range.count <= 3 ? stored(prefix, range) : common(prefix)
        guard wanted.isEmpty else { return }
        var lists = forms.compactMap { directory.entry($0, &wanted) }
        guard wanted.isEmpty else { return }
        let documents = lists.reduce(0) { $0 + $1.documents }
        for index in lists.indices {
            lists[index].documents = documents
            slot.alternatives.append(.init(lists: [lists[index]], weight: Self.prefixWeight))
            slot.forms.append((lists[index].entry.name, 180))
        }
    }

    private mutating func stored(_ prefix: [UInt8], _ range: ClosedRange<Int>) -> [[UInt8]] {
        var found: [(form: [UInt8], documents: Int)] = []
        for number in range {
            guard let shard = directory.files.terms(number, &wanted) else { continue }
            shard.forEach({ $0.starts(withBytes: prefix) && $0.last != TermEntry.marker }) {
                found.append(($0.name, $0.sections.count + $0.pages.count))
            }
        }
        return Self.commonest(found)
    }

    private func common(_ prefix: [UInt8]) -> [[UInt8]] {
        Self.commonest(
            directory.start.headWords.filter { $0.word.starts(withBytes: prefix) }.map { ($0.word, $0.documents) })
    }

    private static func commonest(_ words: [(form: [UInt8], documents: Int)]) -> [[UInt8]] {
        let sorted = words.sorted {
            $0.documents != $1.documents ? $0.documents > $1.documents : precedes($0.form, $1.form)
        }
        return sorted.prefix(prefixLimit).map { $0.form }
    }
}

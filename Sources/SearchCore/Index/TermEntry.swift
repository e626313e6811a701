/// A list of the index: of a written form, or of the family of written forms that share a key.
///
/// A family's name is its key with `marker` after it, so that it stands beside the key's own written form. A family of one
/// form that is its own key has no entry: its form's entry serves.
struct TermEntry: Sendable {
    static let marker: UInt8 = 1

    /// A written form's number in the sorted vocabulary, or a family's among the families.
    var number: Int
    var isFamily: Bool
    /// Roughly how many bytes the entry takes before compression.
    var size: Int
}

/// The families that need an entry, in the order of their keys.
struct FamilyList: Sendable {
    private(set) var keys = WordList()
    /// Of all families: numbers of the written forms in the sorted vocabulary.
    private var members: [Int32] = []
    private var ends: [Int] = []

    init(_ words: WordList, _ analyzer: Analyzer) {
        var table = TermTable()
        var pairs: [(key: Int, member: Int)] = []
        for member in 0..<words.count {
            for key in analyzer.keys(of: Array(words[member])) { pairs.append((table.intern(key), member)) }
        }
        // A counting sort; pairs of one key come by rising member.
        var starts = [Int](repeating: 0, count: table.count + 1)
        for pair in pairs { starts[pair.key + 1] += 1 }
        for key in 0..<table.count { starts[key + 1] += starts[key] }
        var next = starts
        var sorted = [Int32](repeating: -1, count: pairs.count)
        for (key, member) in pairs where next[key] == starts[key] || sorted[next[key] - 1] != Int32(member) {
            sorted[next[key]] = Int32(member)
            next[key] += 1
        }
        for term in table.sorted() {
            let (key, list) = (table[term.number], sorted[starts[term.number]..<next[term.number]])
            if list.count == 1, words[Int(list[list.startIndex])].elementsEqual(key) { continue }
            keys.append(key)
            members += list
            ends.append(members.count)
        }
    }

    var count: Int { ends.count }

    /// The written forms of a family, in their order.
    func members(_ family: Int) -> ArraySlice<Int32> { members[(family > 0 ? ends[family - 1] : 0)..<ends[family]] }

    /// A family of one written form has no lists: the form's own serve.
    func isAlias(_ family: Int) -> Bool { members(family).count == 1 }

    /// Whether a family's name comes before a word.
    func precedes(_ family: Int, _ word: ArraySlice<UInt8>) -> Bool {
        let key = keys[family]
        return word.starts(with: key) ? word.count > key.count : key.lexicographicallyPrecedes(word)
    }
}

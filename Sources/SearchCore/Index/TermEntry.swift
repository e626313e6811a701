/// A list of the index: a written form, or the family of written forms that share a key.
///
/// A family's name is its key with `marker` after it, so that it stands beside the key's own written form. A family of one
/// form that is its own key has no entry: its form's entry serves.
struct TermEntry: Sendable {
    static let marker: UInt8 = 1

    var name: [UInt8]
    /// Numbers of the written forms in the sorted vocabulary; one for an entry of a written form itself.
    var members: [Int32]
    /// Roughly how many bytes the entry takes before compression.
    var size = 0

    var isFamily: Bool { name.last == Self.marker }

    /// A family of one written form has no lists: the form's own serve.
    var isAlias: Bool { isFamily && members.count == 1 }
}

/// Which written forms belong to which keys.
struct FamilyBuilder {
    private var keys = TermTable()
    private var pairs: [(key: Int, member: Int)] = []

    mutating func add(_ member: Int, keys memberKeys: [[UInt8]]) {
        for key in memberKeys { pairs.append((keys.intern(key), member)) }
    }

    /// The families that need an entry, in the order of their names; their members are in order.
    func entries(_ words: WordList) -> [TermEntry] {
        var members = [[Int32]](repeating: [], count: keys.count)
        for pair in pairs where members[pair.key].last != Int32(pair.member) {
            members[pair.key].append(Int32(pair.member))
        }
        var entries: [TermEntry] = []
        for key in keys.sorted() {
            let list = members[key.number]
            if list.count == 1, words[Int(list[0])].elementsEqual(keys[key.number]) { continue }
            entries.append(TermEntry(name: Array(keys[key.number]) + [TermEntry.marker], members: list))
        }
        return entries
    }
}

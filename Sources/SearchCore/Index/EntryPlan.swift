/// Which lists the index has, in the order of their names, and where one file of them ends and the next begins.
struct EntryPlan: Sendable {
    let words: WordList
    let families: FamilyList
    private(set) var entries: [TermEntry] = []
    /// The numbers of all words, so that one can be handed over as a slice without an array of its own.
    private let numbers: [Int32]

    /// - Parameter documents: how many documents each word has.
    init(_ words: WordList, documents: [Int], _ analyzer: Analyzer) {
        self.words = words
        numbers = (0..<words.count).map { Int32($0) }
        families = FamilyList(words, analyzer)
        entries.reserveCapacity(words.count + families.count)
        var next = 0
        for word in 0..<words.count {
            while next < families.count, families.precedes(next, words[word]) {
                entries.append(family(next, documents))
                next += 1
            }
            entries.append(TermEntry(number: word, isFamily: false, size: Self.size(documents[word], forms: 1)))
        }
        while next < families.count {
            entries.append(family(next, documents))
            next += 1
        }
    }

    private func family(_ family: Int, _ documents: [Int]) -> TermEntry {
        let members = families.members(family)
        let all = members.reduce(0) { $0 + documents[Int($1)] }
        let size = families.isAlias(family) ? 12 : Self.size(all, forms: members.count)
        return TermEntry(number: family, isFamily: true, size: size)
    }

    private static func size(_ documents: Int, forms: Int) -> Int { documents * 2 + forms * 6 + 4 }

    /// The entry's written form, or its family's key.
    func word(_ entry: TermEntry) -> ArraySlice<UInt8> {
        entry.isFamily ? families.keys[entry.number] : words[entry.number]
    }

    /// The written forms whose documents the entry lists; none for the family that its only form stands for.
    func listed(_ entry: TermEntry) -> ArraySlice<Int32> {
        guard entry.isFamily else { return numbers[entry.number..<entry.number + 1] }
        return families.isAlias(entry.number) ? [] : families.members(entry.number)
    }

    func name(_ entry: TermEntry) -> [UInt8] { Array(word(entry)) + (entry.isFamily ? [TermEntry.marker] : []) }

    /// For each run of sorted names, the shortest beginning of its first name that comes after the run before.
    static func boundaries(_ ranges: [Range<Int>], _ name: (Int) -> [UInt8]) -> [[UInt8]] {
        ranges.map { range in
            let first = name(range.lowerBound)
            guard range.lowerBound > 0 else { return [] }
            let last = name(range.lowerBound - 1)
            var shared = 0
            while shared < last.count, shared < first.count, last[shared] == first[shared] { shared += 1 }
            return Array(first.prefix(shared + 1))
        }
    }

    /// Cuts `count` things into runs of about `size`; a thing that would overflow a run by far gets a run of its own.
    static func cut(_ count: Int, size: Int, _ sizeOf: (Int) -> Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var first = 0
        var total = 0
        for index in 0..<count {
            let next = sizeOf(index)
            if index > first, total + next > size {
                ranges.append(first..<index)
                first = index
                total = 0
            }
            total += next
        }
        if first < count { ranges.append(first..<count) }
        return ranges
    }
}

/// Byte strings in one arena.
struct WordList: Sendable {
    private var arena: [UInt8] = []
    private var offsets: [UInt32] = [0]

    var count: Int { offsets.count - 1 }

    mutating func append(_ word: some Collection<UInt8>) {
        arena.append(contentsOf: word)
        offsets.append(UInt32(arena.count))
    }

    subscript(_ index: Int) -> ArraySlice<UInt8> {
        arena[Int(offsets[index])..<Int(offsets[index + 1])]
    }

    /// Numbers of the words in the order of their bytes.
    func order() -> [Int] {
        var terms = (0..<count).map { SortedTerm(self[$0], number: $0) }
        terms.sort { $0.precedes($1) { self[$0].lexicographicallyPrecedes(self[$1]) } }
        return terms.map { $0.number }
    }
}

/// A term with its first eight bytes, the first one highest, which tell the order of nearly all.
struct SortedTerm: Sendable {
    var head: UInt64
    var number: Int

    /// - Parameter whole: compares the terms by all their bytes, given their numbers.
    @inline(__always)
    func precedes(_ other: SortedTerm, _ whole: (Int, Int) -> Bool) -> Bool {
        head != other.head ? head < other.head : whole(number, other.number)
    }
}

extension SortedTerm {
    init(_ word: ArraySlice<UInt8>, number: Int) {
        head = word.withUnsafeBufferPointer { word in
            word.baseAddress.map { eightBytes(of: $0, word.count, at: 0, isRoomy: false).byteSwapped } ?? 0
        }
        self.number = number
    }
}

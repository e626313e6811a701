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

/// A term with its first sixteen bytes, the first one highest, which tell the order of nearly all.
struct SortedTerm: Sendable {
    private var head: UInt64
    private var next: UInt64
    private var packedNumber: UInt32
    private var length: UInt32

    /// - Parameters:
    ///   - head: the first eight bytes, the first one lowest.
    ///   - next: the next eight; zeros behind a shorter term.
    init(head: UInt64, next: UInt64, length: Int, number: Int) {
        self.head = head.byteSwapped
        self.next = next.byteSwapped
        self.length = UInt32(length)
        packedNumber = UInt32(number)
    }

    @inline(__always) var number: Int { Int(packedNumber) }

    /// - Parameter whole: compares the terms by all their bytes, given their numbers.
    @inline(__always)
    func precedes(_ other: SortedTerm, _ whole: (Int, Int) -> Bool) -> Bool {
        if head != other.head { return head < other.head }
        if next != other.next { return next < other.next }
        return length <= 16 || other.length <= 16 ? length < other.length : whole(number, other.number)
    }

    /// - Parameter whole: tells whether the terms are the same, given their numbers.
    @inline(__always)
    func equals(_ other: SortedTerm, _ whole: (Int, Int) -> Bool) -> Bool {
        head == other.head && next == other.next && length == other.length
            && (length <= 16 || whole(number, other.number))
    }
}

extension SortedTerm {
    init(_ word: ArraySlice<UInt8>, number: Int) {
        let (head, next) = word.withUnsafeBufferPointer { word in
            guard let bytes = word.baseAddress else { return (0 as UInt64, 0 as UInt64) }
            return (
                eightBytes(of: bytes, word.count, at: 0, isRoomy: false),
                eightBytes(of: bytes, word.count, at: 8, isRoomy: false)
            )
        }
        self.init(head: head, next: next, length: word.count, number: number)
    }
}

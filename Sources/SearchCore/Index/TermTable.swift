/// Gives each distinct term a number, in order of first appearance: an open hash table over one arena of bytes.
struct TermTable: Sendable {
    /// A term's hash in the upper half, one more than its number in the lower; 0 is free.
    private var slots = [UInt64](repeating: 0, count: 1 << 10)
    private var entries: [Entry] = []
    private var arena: [UInt8] = []

    /// Where a term stands in the arena. Its first letters are here too: they tell nearly all terms apart, and in order.
    private struct Entry: Sendable {
        /// The first eight bytes, the first one lowest, and the next eight; zeros behind a shorter term.
        var head: UInt64
        var next: UInt64
        var offset: UInt32
        var length: UInt32

        var range: Range<Int> { Int(offset)..<Int(offset + length) }
    }

    var count: Int { entries.count }

    /// The number of the term; a new one gets the next number.
    /// - Parameter bytes: eight bytes behind the term can be read, whatever they are.
    @inline(__always)
    mutating func intern(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int {
        let (slot, number, hash) = lookUp(bytes, length, isRoomy: true)
        return number >= 0 ? number : insert(bytes, length, hash: hash, at: slot)
    }

    /// The number of the term, or nil for one that was never interned.
    @inline(never)
    func find(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int? {
        let number = lookUp(bytes, length, isRoomy: false).number
        return number >= 0 ? number : nil
    }

    @inline(never)
    mutating func intern(_ term: [UInt8]) -> Int {
        (term + [0, 0, 0, 0, 0, 0, 0, 0]).withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { intern($0, term.count) } ?? 0
        }
    }

    subscript(_ number: Int) -> ArraySlice<UInt8> { arena[entries[number].range] }

    @inline(__always)
    private static func place(_ hash: UInt32) -> Int { Int(truncatingIfNeeded: (hash &* 0x9E37_79B1) >> 8) }

    /// The term's number, or -1 and the slot that is free for it.
    @inline(__always)
    private func lookUp(
        _ bytes: UnsafePointer<UInt8>, _ length: Int, isRoomy: Bool
    ) -> (slot: Int, number: Int, hash: UInt32) {
        let head = Self.part(bytes, length, at: 0, isRoomy: isRoomy)
        let next = length > 8 ? Self.part(bytes, length, at: 8, isRoomy: isRoomy) : 0
        var mixed = (head ^ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed >> 32 ^ next) &* 0xFF51_AFD7_ED55_8CCD
        var at = 16
        while at < length {
            mixed = (mixed ^ mixed >> 32 ^ Self.part(bytes, length, at: at, isRoomy: isRoomy)) &* 0xFF51_AFD7_ED55_8CCD
            at += 8
        }
        let hash = UInt32(truncatingIfNeeded: mixed >> 32)
        let mask = slots.count - 1
        var slot = Self.place(hash) & mask
        while slots[slot] != 0 {
            let number = Int(truncatingIfNeeded: slots[slot] & 0x7FFF_FFFF) - 1
            if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash, entries[number].head == head,
                entries[number].next == next, entries[number].length == UInt32(truncatingIfNeeded: length),
                length <= 16 || restEquals(number, bytes, length)
            {
                return (slot, number, hash)
            }
            slot = (slot + 1) & mask
        }
        return (slot, -1, hash)
    }

    /// Up to eight bytes of a term from a place on, the first one lowest.
    @inline(__always)
    private static func part(_ bytes: UnsafePointer<UInt8>, _ length: Int, at place: Int, isRoomy: Bool) -> UInt64 {
        let rest = length - place
        if isRoomy || rest >= 8 {
            let all = UInt64(
                littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self))
            return rest >= 8 ? all : all & (1 << UInt64(max(rest, 0) * 8) - 1)
        }
        var part: UInt64 = 0
        var index = rest
        while index > 0 {
            index -= 1
            part = part << 8 | UInt64(bytes[place + index])
        }
        return part
    }

    @inline(never)
    private func restEquals(_ number: Int, _ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let start = Int(entries[number].offset)
        for index in 16..<length where arena[start + index] != bytes[index] { return false }
        return true
    }

    @inline(never)
    private mutating func insert(_ bytes: UnsafePointer<UInt8>, _ length: Int, hash: UInt32, at slot: Int) -> Int {
        entries.append(
            Entry(
                head: Self.part(bytes, length, at: 0, isRoomy: true),
                next: length > 8 ? Self.part(bytes, length, at: 8, isRoomy: true) : 0, offset: UInt32(arena.count),
                length: UInt32(length)))
        arena.append(contentsOf: UnsafeBufferPointer(start: bytes, count: length))
        slots[slot] = UInt64(hash) << 32 | UInt64(entries.count)
        if entries.count * 2 > slots.count { grow() }
        return entries.count - 1
    }

    private mutating func grow() {
        let old = slots
        let mask = old.count * 4 - 1
        slots = [UInt64](repeating: 0, count: mask + 1)
        for entry in old where entry != 0 {
            var slot = Self.place(UInt32(truncatingIfNeeded: entry >> 32)) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }
}

// In order.
extension TermTable {
    /// Numbers of all terms in the order of their bytes.
    func sorted() -> [Int] {
        var keyed = entries.enumerated().map { (head: $0.element.head.byteSwapped, number: $0.offset) }
        keyed.sort { $0.head != $1.head ? $0.head < $1.head : precedes($0.number, self, $1.number) }
        return keyed.map { $0.number }
    }

    /// Whether a term comes before one of another table, or of this one.
    func precedes(_ number: Int, _ other: TermTable, _ otherNumber: Int) -> Bool {
        let (head, otherHead) = (entries[number].head.byteSwapped, other.entries[otherNumber].head.byteSwapped)
        return head != otherHead
            ? head < otherHead : self[number].lexicographicallyPrecedes(other[otherNumber])
    }

    /// Whether a term is the same as one of another table.
    func equals(_ number: Int, _ other: TermTable, _ otherNumber: Int) -> Bool {
        entries[number].head == other.entries[otherNumber].head
            && self[number].elementsEqual(other[otherNumber])
    }
}

/// Gives each distinct term a number, in order of first appearance: an open hash table over one arena of bytes.
struct TermTable: Sendable {
    /// Eight bits of a term's hash above one more than its number; 0 is free.
    private var slots = [UInt32](repeating: 0, count: 1 << 10)
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

    /// Looks up the terms of all tokens in a batch; new ones get the next numbers.
    ///
    /// What is not in the processor's cache is waited for together: first slots are read, then entries.
    mutating func intern(_ batch: TokenBatch) {
        let tokens = batch.tokens
        for token in tokens.indices {
            let slot = slots[place(of: tokens[token].key)]
            tokens[token].term = Self.isOf(tokens[token].key, slot) ? Self.number(slot) : -1
        }
        for token in tokens.indices {
            let (number, key) = (tokens[token].term, tokens[token].key)
            let bytes = batch.bytes(of: token)
            if number < 0 || !equals(number, key, bytes) { tokens[token].term = intern(key, bytes) }
        }
    }

    /// The number of the term, or nil for one that was never interned.
    @inline(never)
    func find(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int? {
        let number = lookUp(Key(bytes, length, isRoomy: false), bytes).number
        return number >= 0 ? number : nil
    }

    /// The number of the term; a new one gets the next number.
    @inline(never)
    mutating func intern(_ term: [UInt8]) -> Int {
        term.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { intern(Key($0, term.count, isRoomy: false), $0) } ?? 0
        }
    }

    subscript(_ number: Int) -> ArraySlice<UInt8> { arena[entries[number].range] }

    /// What of a term is compared first.
    struct Key {
        /// As in `Entry`.
        var head: UInt64
        var next: UInt64
        var length: UInt32
        private var mixed: UInt64
        @inline(__always) var hash: UInt32 { UInt32(truncatingIfNeeded: mixed >> 32) }

        /// - Parameter isRoomy: eight bytes behind the term can be read, whatever they are.
        @inline(__always)
        init(_ bytes: UnsafePointer<UInt8>, _ length: Int, isRoomy: Bool) {
            self.init(
                head: eightBytes(of: bytes, length, at: 0, isRoomy: isRoomy),
                next: length > 8 ? eightBytes(of: bytes, length, at: 8, isRoomy: isRoomy) : 0, length)
            var at = 16
            while at < length {
                mix(eightBytes(of: bytes, length, at: at, isRoomy: isRoomy))
                at += 8
            }
        }

        /// A term of up to 16 bytes.
        @inline(__always)
        init(head: UInt64, next: UInt64, _ length: Int) {
            self.head = head
            self.next = next
            self.length = UInt32(truncatingIfNeeded: length)
            mixed = (head ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
            mix(next)
        }

        @inline(__always)
        private mutating func mix(_ part: UInt64) { mixed = (mixed ^ mixed >> 32 ^ part) &* 0xFF51_AFD7_ED55_8CCD }
    }

    @inline(__always)
    private mutating func intern(_ key: Key, _ bytes: UnsafePointer<UInt8>) -> Int {
        let (slot, number) = lookUp(key, bytes)
        return number >= 0 ? number : insert(key, bytes, at: slot)
    }

    @inline(__always)
    private static func slot(_ key: Key, _ number: Int) -> UInt32 { key.hash & 0xFF00_0000 | UInt32(number + 1) }

    /// Whether a slot may be the key's.
    @inline(__always)
    private static func isOf(_ key: Key, _ slot: UInt32) -> Bool { (slot ^ key.hash) >> 24 == 0 }

    /// The number in a slot, or -1 for a free one.
    @inline(__always)
    private static func number(_ slot: UInt32) -> Int { Int(slot & 0xFF_FFFF) - 1 }

    @inline(__always)
    private func place(of key: Key) -> Int { Int(key.hash & 0xFF_FFFF) & (slots.count - 1) }

    /// The term's number, or -1 and the slot that is free for it.
    @inline(__always)
    private func lookUp(_ key: Key, _ bytes: UnsafePointer<UInt8>) -> (slot: Int, number: Int) {
        var slot = place(of: key)
        while slots[slot] != 0 {
            let number = Self.number(slots[slot])
            if Self.isOf(key, slots[slot]), equals(number, key, bytes) { return (slot, number) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return (slot, -1)
    }

    @inline(__always)
    private func equals(_ number: Int, _ key: Key, _ bytes: UnsafePointer<UInt8>) -> Bool {
        entries[number].head == key.head && entries[number].next == key.next && entries[number].length == key.length
            && (key.length <= 16 || restEquals(number, bytes, Int(key.length)))
    }

    @inline(never)
    private func restEquals(_ number: Int, _ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let start = Int(entries[number].offset)
        for index in 16..<length where arena[start + index] != bytes[index] { return false }
        return true
    }

    @inline(never)
    private mutating func insert(_ key: Key, _ bytes: UnsafePointer<UInt8>, at slot: Int) -> Int {
        entries.append(Entry(head: key.head, next: key.next, offset: UInt32(arena.count), length: key.length))
        arena.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(key.length)))
        slots[slot] = Self.slot(key, entries.count - 1)
        if entries.count * 2 > slots.count { grow() }
        return entries.count - 1
    }

    private mutating func grow() {
        precondition(entries.count < 1 << 24, "a slot has 24 bits for a number")
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        arena.withUnsafeBufferPointer { arena in
            guard let base = arena.baseAddress else { return }
            for (number, entry) in entries.enumerated() {
                let key = Key(base + Int(entry.offset), Int(entry.length), isRoomy: false)
                var slot = place(of: key)
                while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
                slots[slot] = Self.slot(key, number)
            }
        }
    }
}

// In order.
extension TermTable {
    /// All terms in the order of their bytes.
    func sorted() -> [SortedTerm] {
        var terms = entries.enumerated().map { number, entry in
            SortedTerm(head: entry.head, next: entry.next, length: Int(entry.length), number: number)
        }
        terms.sort { precedes($0, self, $1) }
        return terms
    }

    /// Whether a term comes before one of another table, or of this one.
    @inline(__always)
    func precedes(_ term: SortedTerm, _ other: TermTable, _ otherTerm: SortedTerm) -> Bool {
        term.precedes(otherTerm) { self[$0].lexicographicallyPrecedes(other[$1]) }
    }

    /// Whether a term is the same as one of another table.
    @inline(__always)
    func equals(_ term: SortedTerm, _ other: TermTable, _ otherTerm: SortedTerm) -> Bool {
        term.equals(otherTerm) { self[$0].elementsEqual(other[$1]) }
    }
}

/// Up to eight bytes of a term from a place on, the first one lowest.
@inline(__always)
func eightBytes(of bytes: UnsafePointer<UInt8>, _ length: Int, at place: Int, isRoomy: Bool) -> UInt64 {
    let rest = length - place
    if isRoomy || rest >= 8 {
        let all = UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self))
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

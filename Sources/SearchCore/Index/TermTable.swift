/// Gives each distinct term a number, in order of first appearance: an open hash table over one arena of bytes.
struct TermTable: Sendable {
    /// A term's hash in the upper half, one more than its number in the lower; 0 is free.
    private var slots = [UInt64](repeating: 0, count: 1 << 12)
    private var hashes: [UInt32] = []
    private(set) var offsets: [UInt32] = [0]
    private(set) var arena: [UInt8] = []

    var count: Int { hashes.count }

    /// The number of the term; a new one gets the next number.
    @inline(__always)
    mutating func intern(_ bytes: UnsafePointer<UInt8>, _ length: Int, hash: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Self.place(hash) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return insert(bytes, length, hash: hash, at: slot) }
            let number = Int(truncatingIfNeeded: entry & 0x7FFF_FFFF) - 1
            if UInt32(truncatingIfNeeded: entry >> 32) == hash, equals(number, bytes, length) { return number }
            slot = (slot + 1) & mask
        }
    }

    /// The number of the term, or nil for one that was never interned.
    @inline(never)
    func find(_ bytes: UnsafePointer<UInt8>, _ length: Int, hash: UInt32) -> Int? {
        let mask = slots.count - 1
        var slot = Self.place(hash) & mask
        while slots[slot] != 0 {
            let number = Int(truncatingIfNeeded: slots[slot] & 0x7FFF_FFFF) - 1
            if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash, equals(number, bytes, length) { return number }
            slot = (slot + 1) & mask
        }
        return nil
    }

    @inline(never)
    mutating func intern(_ term: [UInt8]) -> Int {
        term.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return intern([0x20]) }
            return intern(base, buffer.count, hash: Self.hash(buffer))
        }
    }

    /// The same hash as the scanner's: FNV-1a.
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return hash
    }

    @inline(__always)
    private static func place(_ hash: UInt32) -> Int { Int(truncatingIfNeeded: (hash &* 0x9E37_79B1) >> 8) }

    subscript(_ number: Int) -> ArraySlice<UInt8> {
        arena[Int(offsets[number])..<Int(offsets[number + 1])]
    }

    @inline(__always)
    private func equals(_ number: Int, _ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let start = Int(offsets[number])
        guard Int(offsets[number + 1]) - start == length else { return false }
        return arena.withUnsafeBufferPointer { arena in
            var index = 0
            while index < length {
                if arena[start + index] != bytes[index] { return false }
                index += 1
            }
            return true
        }
    }

    @inline(never)
    private mutating func insert(_ bytes: UnsafePointer<UInt8>, _ length: Int, hash: UInt32, at slot: Int) -> Int {
        let number = hashes.count
        hashes.append(hash)
        arena.append(contentsOf: UnsafeBufferPointer(start: bytes, count: length))
        offsets.append(UInt32(arena.count))
        slots[slot] = UInt64(hash) << 32 | UInt64(number + 1)
        if hashes.count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        let mask = slots.count * 4 - 1
        slots = [UInt64](repeating: 0, count: mask + 1)
        for (number, hash) in hashes.enumerated() {
            var slot = Self.place(hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt64(hash) << 32 | UInt64(number + 1)
        }
    }

    /// Numbers of all terms in the order of their bytes.
    func sorted() -> [Int] {
        var keyed = (0..<count).map { (prefix: prefix($0), number: $0) }
        keyed.sort { $0.prefix != $1.prefix ? $0.prefix < $1.prefix : comesBefore($0.number, $1.number) }
        return keyed.map { $0.number }
    }

    /// The first eight bytes as a number, so that most comparisons need no arena.
    private func prefix(_ number: Int) -> UInt64 {
        var value: UInt64 = 0
        let start = Int(offsets[number])
        for index in 0..<8 {
            let at = start + index
            value = value << 8 | (at < Int(offsets[number + 1]) ? UInt64(arena[at]) : 0)
        }
        return value
    }

    private func comesBefore(_ a: Int, _ b: Int) -> Bool {
        self[a].lexicographicallyPrecedes(self[b])
    }
}

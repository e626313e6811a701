/// Looks a canonical Huffman code up by its next bits: each entry is `symbol << 4 | length`, 0 for no code.
struct HuffmanTable {
    var entries: [UInt16]
    var mask: UInt32

    /// - Parameter lengths: the code length of each symbol, 0 for unused; nil when they are no prefix code.
    init?(_ lengths: ArraySlice<UInt8>) {
        var longest = 1
        for length in lengths { longest = max(longest, Int(length)) }
        guard longest < 16 else { return nil }
        mask = 1 << UInt32(longest) - 1
        entries = [UInt16](repeating: 0, count: 1 << longest)
        var next = Self.firstCodes(lengths)
        fill(lengths, &next, longest: longest)
        for length in 1...15 where next[length] > 1 << UInt32(length) { return nil }
    }

    /// For each length, the first code of that length.
    static func firstCodes(_ lengths: some Collection<UInt8>) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: 16)
        for length in lengths { counts[Int(length & 15)] += 1 }
        counts[0] = 0
        var next = [UInt32](repeating: 0, count: 16)
        for length in 1...15 { next[length] = (next[length - 1] + counts[length - 1]) << 1 }
        return next
    }

    private mutating func fill(_ lengths: ArraySlice<UInt8>, _ next: inout [UInt32], longest: Int) {
        for (symbol, length) in lengths.enumerated() where length > 0 {
            var slot = Self.reversed(next[Int(length)], count: length)
            next[Int(length)] += 1
            while slot < entries.count {
                entries[slot] = UInt16(symbol) << 4 | UInt16(length)
                slot += 1 << Int(length)
            }
        }
    }

    static func reversed(_ code: UInt32, count: UInt8) -> Int {
        var result: UInt32 = 0
        for bit in 0..<UInt32(count) where code >> bit & 1 == 1 { result |= 1 << (UInt32(count) - 1 - bit) }
        return Int(result)
    }

    static var fixedLiterals: HuffmanTable {
        var lengths = [UInt8](repeating: 8, count: 288)
        for symbol in 144..<256 { lengths[symbol] = 9 }
        for symbol in 256..<280 { lengths[symbol] = 7 }
        return HuffmanTable(lengths[...]) ?? HuffmanTable()
    }

    static var fixedDistances: HuffmanTable {
        HuffmanTable([UInt8](repeating: 5, count: 30)[...]) ?? HuffmanTable()
    }

    private init() {
        entries = [0]
        mask = 0
    }
}

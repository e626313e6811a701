/// Reads what `BitWriter` wrote; every read is checked, and one past the end gives zeros and sets `failed`.
struct BitReader: Sendable {
    let bytes: [UInt8]
    private var next: Int
    private var bits: UInt64 = 0
    private var count: UInt32 = 0
    private(set) var failed = false

    /// More zeros than this never stand before a number by Rice's code.
    static let riceLimit: UInt32 = 20

    /// - Parameter bit: where to begin, in bits from the beginning of `bytes`.
    init(_ bytes: [UInt8], atBit bit: Int) {
        self.bytes = bytes
        next = max(0, bit >> 3)
        _ = take(UInt32(bit & 7))
    }

    mutating func fail() { failed = true }

    /// Steps over what is left of a byte.
    mutating func align() { skip(count & 7) }

    /// Where the next bit stands.
    var bit: Int { next * 8 - Int(count) }

    /// At most 32 bits.
    @inline(never)
    mutating func take(_ size: UInt32) -> UInt32 {
        if count < size { refill() }
        guard size <= count else {
            failed = true
            return 0
        }
        let value = UInt32(truncatingIfNeeded: bits & (1 << UInt64(size) - 1))
        skip(size)
        return value
    }

    @inline(__always)
    private mutating func skip(_ size: UInt32) {
        bits >>= UInt64(size)
        count -= size
    }

    @inline(never)
    private mutating func refill() {
        while count <= 56, next < bytes.count {
            bits |= UInt64(bytes[next]) << UInt64(count)
            next += 1
            count += 8
        }
    }

    /// The next symbol of a prefix code.
    @inline(never)
    mutating func symbol(_ table: HuffmanTable) -> Int {
        if count < 15 { refill() }
        let entry = table.entries[Int(UInt32(truncatingIfNeeded: bits) & table.mask)]
        let length = UInt32(entry & 15)
        guard length > 0, length <= count else {
            failed = true
            return 0
        }
        skip(length)
        return Int(entry >> 4)
    }

    /// Zeros before the next one, which is read too; at most `limit`, behind which no one is read.
    @inline(__always)
    private mutating func zeros(limit: UInt32) -> UInt32 {
        if count <= limit { refill() }
        let zeros = min(UInt32(bits.trailingZeroBitCount), limit)
        guard zeros < count else {
            failed = true
            return 0
        }
        skip(zeros < limit ? zeros + 1 : zeros)
        return zeros
    }

    @inline(never)
    mutating func gamma() -> Int {
        let size = zeros(limit: 31)
        let number = 1 << size | take(size)
        return Int((number &- 1) & 0x7FFF_FFFF)
    }

    @inline(never)
    mutating func rice(_ size: UInt32) -> Int {
        var above = Int(zeros(limit: Self.riceLimit))
        if above == Int(Self.riceLimit) { above &+= gamma() }
        return (above << Int(size) | Int(take(size))) & 0x7FFF_FFFF
    }

    /// A number by Rice's code and the symbol of a prefix code behind it.
    @inline(__always)
    mutating func rice(_ size: UInt32, _ table: HuffmanTable) -> (number: Int, symbol: Int) {
        if count < 48 { refill() }
        let above = UInt32(bits.trailingZeroBitCount)
        guard above < Self.riceLimit, above + size + 16 <= count else { return (rice(size), symbol(table)) }
        skip(above + 1)
        let low = Int(truncatingIfNeeded: bits) & (1 << Int(size) - 1)
        skip(size)
        let entry = table.entries[Int(UInt32(truncatingIfNeeded: bits) & table.mask)]
        skip(UInt32(entry & 15))
        if entry == 0 { failed = true }
        return (Int(above) << Int(size) | low, Int(entry >> 4))
    }
}

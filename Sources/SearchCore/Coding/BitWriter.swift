/// Appends numbers of some bits each, the lowest bit first; `BitReader` beside it reads them.
struct BitWriter {
    /// The lowest byte of each first.
    private var full: [UInt32] = []
    private var bits: UInt64 = 0
    private var count: UInt32 = 0

    /// All bits so far, the last byte filled up with zeros.
    var bytes: [UInt8] {
        var bytes = full.withUnsafeBytes { Array($0) }
        var (bits, count) = (bits, Int(count))
        while count > 0 {
            bytes.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
            count -= 8
        }
        return bytes
    }

    /// The lowest `size` bits, at most 32, of a value that has no others.
    @inline(__always)
    mutating func put(_ value: UInt32, _ size: UInt32) {
        bits |= UInt64(value) &<< UInt64(count)
        count += size
        if count >= 32 { spill() }
    }

    /// The lowest `size` bits, at most 64, of a value that has no others.
    @inline(__always)
    mutating func putLong(_ value: UInt64, _ size: UInt32) {
        put(UInt32(truncatingIfNeeded: value), min(size, 32))
        if size > 32 { put(UInt32(truncatingIfNeeded: value >> 32), size - 32) }
    }

    @inline(__always)
    mutating func put(_ code: PrefixCode.Code) { put(UInt32(code.bits), UInt32(code.length)) }

    private mutating func spill() {
        full.append(UInt32(truncatingIfNeeded: bits).littleEndian)
        bits >>= 32
        count -= 32
    }

    /// A number by Elias' gamma code: small ones are short.
    @inline(__always)
    mutating func gamma(_ value: Int) {
        let number = UInt32(truncatingIfNeeded: value &+ 1)
        let size = UInt32(31 - number.leadingZeroBitCount)
        put(1 << size, size + 1)
        put(number & (1 << size - 1), size)
    }

    /// A number by Rice's code: `size` bits as they are, what is above them as so many zeros and a one.
    @inline(__always)
    mutating func rice(_ value: UInt32, _ size: UInt32) {
        let above = value >> size
        if above < BitReader.riceLimit {
            put(1 << above, above + 1)
        } else {
            put(0, BitReader.riceLimit)
            gamma(Int(above - BitReader.riceLimit))
        }
        put(value & (1 << size - 1), size)
    }

    /// A number by Rice's code of less than 32 bits, and a prefix code behind it.
    @inline(__always)
    mutating func rice(_ value: UInt32, _ size: UInt32, _ code: PrefixCode.Code) {
        let above = value &>> size
        let length = above &+ 1 &+ size
        guard above < BitReader.riceLimit, length &+ UInt32(code.length) <= 32 else {
            rice(value, size)
            return put(code)
        }
        let low = value & (1 &<< size &- 1)
        put(
            1 &<< above | low &<< (above &+ 1) | UInt32(code.bits) &<< length,
            length &+ UInt32(code.length))
    }
}

/// Reads what `ByteWriter` wrote; every read is checked, and one past the end gives zeros and sets `failed`.
struct ByteReader {
    private let bytes: [UInt8]
    private(set) var position: Int
    private var end: Int { bytes.count }
    private(set) var failed = false

    init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = min(position, bytes.count)
    }

    var atEnd: Bool { position >= end }

    var remaining: Int { end - position }

    @inline(never)
    mutating func byte() -> UInt8 {
        guard position < end else {
            failed = true
            return 0
        }
        position += 1
        return bytes[position - 1]
    }

    @inline(never)
    mutating func number() -> Int {
        var value: UInt32 = 0
        var shift: UInt32 = 0
        while true {
            let next = byte()
            value |= UInt32(next & 0x7F) << shift
            if next < 0x80 || shift >= 28 { break }
            shift += 7
        }
        return Int(value & 0x7FFF_FFFF)
    }

    /// A count of things that take at least `size` bytes each: more than remain is damage.
    @inline(never)
    mutating func count(ofSize size: Int = 1) -> Int {
        let value = number()
        guard value <= remaining / max(size, 1) else {
            failed = true
            return 0
        }
        return value
    }

    /// Where the next `count` bytes stand; they are stepped over.
    @inline(never)
    mutating func range(_ count: Int) -> Range<Int> {
        guard count >= 0, count <= end - position else {
            failed = true
            return position..<position
        }
        position += count
        return position - count..<position
    }

    @inline(never)
    mutating func string() -> [UInt8] { Array(bytes[range(number())]) }

    /// The next word of a front-coded list, given the one before.
    @inline(never)
    mutating func frontCoded(after previous: inout [UInt8]) {
        let shared = number()
        let rest = range(number())
        guard shared <= previous.count else {
            failed = true
            return
        }
        previous.removeLast(previous.count - shared)
        previous.append(contentsOf: bytes[rest])
    }
}

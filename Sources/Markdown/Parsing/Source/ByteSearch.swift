#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
    /// The next place of a byte at or after `start`.
    @inline(__always)
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    @inline(__always)
    func has(_ byte: UInt8, at position: Int) -> Bool {
        position >= 0 && position < count && self[position] == byte
    }

    /// Whether the bytes from `position` on are `text`.
    @inline(__always)
    func has(_ text: StaticString, at position: Int) -> Bool {
        guard position >= 0, position + text.utf8CodeUnitCount <= count, let base = baseAddress else { return false }
        return memcmp(base + position, text.utf8Start, text.utf8CodeUnitCount) == 0
    }

    /// Whether the bytes from `position` on are those of `other`.
    @inline(__always)
    func has(_ other: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        guard position >= 0, position + other.count <= count, let base = baseAddress else { return other.isEmpty }
        return other.baseAddress.map { memcmp(base + position, $0, other.count) == 0 } ?? true
    }

    /// How many characters begin in a range: eight bytes at a time, for lines can be long.
    func characterCount(in range: Range<Int>) -> Int {
        guard let base = UnsafeRawPointer(baseAddress) else { return 0 }
        var count = range.count
        var position = range.lowerBound
        while position + 8 <= range.upperBound {
            let word = base.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            // A byte that continues a character has its first bit set and the second not.
            let continuations = word & ~(word << 1) & 0x8080_8080_8080_8080
            if continuations != 0 { count -= continuations.nonzeroBitCount }
            position += 8
        }
        for byte in self[position..<range.upperBound] where byte.isUTF8Continuation { count -= 1 }
        return count
    }

    var isASCII: Bool {
        guard let base = UnsafeRawPointer(baseAddress) else { return true }
        var position = 0
        while position + 16 <= count {
            let words = base.loadUnaligned(fromByteOffset: position, as: SIMD2<UInt64>.self)
            if (words[0] | words[1]) & 0x8080_8080_8080_8080 != 0 { return false }
            position += 16
        }
        return self[position...].allSatisfy { $0 < 0x80 }
    }

    func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: self[range])
    }
}

extension UInt8 {
    var isASCIIDigit: Bool { self &- 0x30 < 10 }
    var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
    var isASCIILower: Bool { self &- 0x61 < 26 }
    var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }
    var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
    var isASCIIWhitespace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
    var isASCIIPunctuation: Bool { self > 0x20 && self < 0x7F && !isASCIIAlphanumeric }
    var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
}

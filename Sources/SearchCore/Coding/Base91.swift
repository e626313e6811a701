/// Binary as printable ASCII for a string literal in a script: two digits of 91 carry 13 bits, 23 % more than the bytes.
///
/// The digits are `!` to `~` without `"`, `\` and `<`, so that the literal needs no escapes, ends no `<script>` and reads
/// the same in every character set that a server may claim.
enum Base91 {
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: bytes.count * 16 / 13 + 4) { digits, count in
            var bits: UInt32 = 0
            var bitCount: UInt32 = 0
            for byte in bytes {
                bits |= UInt32(byte) << bitCount
                bitCount += 8
                guard bitCount >= 13 else { continue }
                put(bits & 0x1FFF, at: &count, in: digits)
                bits >>= 13
                bitCount -= 13
            }
            if bitCount > 0 { put(bits, at: &count, in: digits) }
        }
    }

    /// The bytes, or nil when a character is no digit. Up to one zero byte too many may follow.
    static func decode(_ digits: some Collection<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count * 13 / 16 + 2)
        var bits: UInt32 = 0
        var count: UInt32 = 0
        var first: UInt32?
        for digit in digits {
            guard let value = value(digit) else { return nil }
            guard let low = first else {
                first = value
                continue
            }
            first = nil
            bits |= (low + value * 91) << count
            count += 13
            while count >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: bits))
                bits >>= 8
                count -= 8
            }
        }
        return first == nil ? bytes : nil
    }

    @inline(__always)
    private static func put(_ value: UInt32, at count: inout Int, in digits: UnsafeMutableBufferPointer<UInt8>) {
        digits[count] = digit(value % 91)
        digits[count + 1] = digit(value / 91)
        count += 2
    }

    @inline(__always)
    private static func digit(_ value: UInt32) -> UInt8 {
        let code = UInt8(truncatingIfNeeded: value) &+ 33
        return code &+ (code > 33 ? 1 : 0) &+ (code > 58 ? 1 : 0) &+ (code > 89 ? 1 : 0)
    }

    private static func value(_ digit: UInt8) -> UInt32? {
        guard digit >= 33, digit < 127, digit != 34, digit != 60, digit != 92 else { return nil }
        var value = digit - 33
        if digit > 34 { value -= 1 }
        if digit > 60 { value -= 1 }
        if digit > 92 { value -= 1 }
        return UInt32(value)
    }
}

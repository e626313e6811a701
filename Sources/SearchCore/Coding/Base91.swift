/// Binary as printable ASCII for a string literal in a script: two digits of 91 carry 13 bits, 23 % more than the bytes.
///
/// The digits are `!` to `~` without `"`, `\` and `<`, so that the literal needs no escapes, ends no `<script>` and reads
/// the same in every character set that a server may claim.
enum Base91 {
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var digits: [UInt8] = []
        digits.reserveCapacity(bytes.count * 16 / 13 + 2)
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for byte in bytes {
            bits |= UInt32(byte) << count
            count += 8
            if count >= 13 {
                append(bits & 0x1FFF, to: &digits)
                bits >>= 13
                count -= 13
            }
        }
        if count > 0 { append(bits, to: &digits) }
        return digits
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

    private static func append(_ value: UInt32, to digits: inout [UInt8]) {
        digits.append(digit(value % 91))
        digits.append(digit(value / 91))
    }

    private static func digit(_ value: UInt32) -> UInt8 {
        var code = UInt8(value) + 33
        if code >= 34 { code += 1 }
        if code >= 60 { code += 1 }
        if code >= 92 { code += 1 }
        return code
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

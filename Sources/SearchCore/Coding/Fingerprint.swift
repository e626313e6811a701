/// A 64-bit hash of bytes, the same on every machine: names files and tells generations of an index apart.
struct Fingerprint {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func add(_ number: UInt64) {
        value = (value ^ number) &* 0xFF51_AFD7_ED55_8CCD
        value ^= value >> 32
    }

    mutating func add(_ bytes: [UInt8]) {
        add(UInt64(bytes.count))
        bytes.withUnsafeBytes { buffer in
            var index = 0
            while index + 8 <= buffer.count {
                add(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
                index += 8
            }
            var rest: UInt64 = 0
            while index < buffer.count {
                rest = rest << 8 | UInt64(buffer[index])
                index += 1
            }
            add(rest)
        }
    }

    /// Ten lower-case letters and digits.
    var text: [UInt8] {
        var rest = value
        var digits: [UInt8] = []
        for _ in 0..<10 {
            let digit = UInt8(truncatingIfNeeded: rest % 36)
            digits.append(digit < 10 ? digit + 48 : digit + 87)
            rest /= 36
        }
        return digits
    }
}

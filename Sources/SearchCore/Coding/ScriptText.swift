/// Binary in a string literal of a script: two UTF-16 code units carry 31 bits, 3 % more than the bytes.
///
/// The script is UTF-16 with a byte order mark, which a browser believes whatever character set a server claims. Its digits
/// are the 46,341 code units from U+2100 on: none is a quote, a line's end or half of a pair.
public enum ScriptText {
    private static let base: UInt32 = 46_341
    private static let zero: UInt32 = 0x2100

    /// The script `panduan.shard("name","digits")`.
    public static func script(_ name: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        let pairs = (bytes.count * 8 + 8 + 30) / 31
        let opening = [UInt8](literal: "panduan.shard(\"") + name + [UInt8](literal: "\",\"")
        let closing = [UInt8](literal: "\")\n")
        let size = 2 + (opening.count + closing.count) * 2 + pairs * 4
        return [UInt8](unsafeUninitializedCapacity: size) { output, count in
            var writer = UnitWriter(output: output)
            writer.put(0xFEFF)
            for byte in opening { writer.put(UInt32(byte)) }
            write(bytes, to: &writer)
            for byte in closing { writer.put(UInt32(byte)) }
            count = writer.count
        }
    }

    /// The bytes in the last literal of a script, or nil when it holds anything but digits.
    public static func bytes(in script: [UInt8]) -> [UInt8]? {
        let units = script.count / 2
        func unit(_ index: Int) -> UInt32 { UInt32(script[index * 2]) | UInt32(script[index * 2 + 1]) << 8 }
        func quote(before end: Int) -> Int? { (0..<end).last { unit($0) == 0x22 } }
        guard script.count % 2 == 0, let end = quote(before: units), let start = quote(before: end),
            (end - start) % 2 == 1
        else { return nil }
        var bits = BitWriter()
        for index in stride(from: start + 1, to: end, by: 2) {
            let (low, high) = (unit(index) &- zero, unit(index + 1) &- zero)
            guard low < base, high < base, UInt64(high) * UInt64(base) + UInt64(low) < 1 << 31 else { return nil }
            bits.put(high * base + low, 31)
        }
        var bytes = bits.bytes
        while bytes.last == 0 { bytes.removeLast() }
        // The last bit that is set ends the bytes.
        guard bytes.popLast() == 1 else { return nil }
        return bytes
    }

    /// Ten characters that tell contents apart.
    public static func fingerprint(_ bytes: [UInt8]) -> [UInt8] {
        var fingerprint = Fingerprint()
        fingerprint.add(bytes)
        return fingerprint.text
    }

    /// The bytes and a 1 behind them, in pairs of digits.
    private static func write(_ bytes: [UInt8], to writer: inout UnitWriter) {
        var bits: UInt64 = 0
        var count: UInt64 = 0
        var index = 0
        while index <= bytes.count || count > 0 {
            if count < 31, index + 4 <= bytes.count {
                let four = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index, as: UInt32.self) }
                bits |= UInt64(UInt32(littleEndian: four)) << count
                count += 32
                index += 4
            }
            while count < 31, index <= bytes.count {
                bits |= UInt64(index < bytes.count ? bytes[index] : 1) << count
                count += 8
                index += 1
            }
            let value = UInt32(truncatingIfNeeded: bits & 0x7FFF_FFFF)
            writer.put(value % base + zero)
            writer.put(value / base + zero)
            bits >>= 31
            count = count > 31 ? count - 31 : 0
        }
    }

    private struct UnitWriter {
        let output: UnsafeMutableBufferPointer<UInt8>
        var count = 0

        @inline(__always)
        mutating func put(_ unit: UInt32) {
            UnsafeMutableRawBufferPointer(output).storeBytes(
                of: UInt16(truncatingIfNeeded: unit).littleEndian, toByteOffset: count, as: UInt16.self)
            count += 2
        }
    }
}

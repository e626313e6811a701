/// Percent-encoding of paths for links.
public enum URLPath {
    /// The path as it is written in a link: letters, digits and `-._~/` stay, any other byte is encoded.
    public static func encoded(_ path: String) -> String {
        let isUnchanged = path.withBytes { bytes in
            var end = 0
            while end < bytes.count, isPlain(bytes[end]) { end += 1 }
            return end == bytes.count
        }
        if isUnchanged { return path }
        var result: [UInt8] = []
        for byte in path.utf8 {
            if isPlain(byte) {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Nil when what is decoded is not text.
    public static func decoded(_ path: String) -> String? {
        guard path.firstOffset(of: UInt8(ascii: "%")) != nil else { return path }
        var bytes: [UInt8] = []
        var rest = Array(path.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, let high = value(rest[rest.startIndex]),
                let low = value(rest[rest.startIndex + 1])
            {
                bytes.append(high << 4 | low)
                rest.removeFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static let hexadecimal = Array("0123456789ABCDEF".utf8)

    /// One bit for each byte below 64, and for each of the 64 that follow: letters, digits and `-._~/`.
    private static let plain: (UInt64, UInt64) = (0x03FF_E000_0000_0000, 0x47FF_FFFE_87FF_FFFE)

    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        let bits = byte < 64 ? plain.0 : byte < 128 ? plain.1 : 0
        return bits >> (byte & 63) & 1 == 1
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}

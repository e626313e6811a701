/// Progress as a code: `PND1`, LZW of the file's JSON in base64url, and a check of six signs, as `code.js` writes it.
enum ProgressCode {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let limit = 4 << 20

    /// - Returns: the bytes that a code stands for, or nil where a sign is missing or wrong.
    static func read(_ text: String) -> [UInt8]? {
        let signs = text.utf8.filter { $0 > 0x20 }
        guard signs.starts(with: "PND1".utf8), signs.count >= 10, let codes = codes(signs[4..<(signs.count - 6)]),
            let bytes = expand(codes), Array(signs.suffix(6)) == self.signs(of: hash(bytes))
        else { return nil }
        return bytes
    }

    /// FNV-1a of 32 bits.
    static func hash(_ bytes: some Sequence<UInt8>, from start: UInt32 = 0x811C_9DC5) -> UInt32 {
        bytes.reduce(start) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }

    /// Bits of the code at a place: as many as name every entry that can be there by then.
    private static func width(_ place: Int) -> Int {
        min(16, max(9, Int.bitWidth - (255 + place).leadingZeroBitCount))
    }

    private static func codes(_ signs: ArraySlice<UInt8>) -> [Int]? {
        var codes: [Int] = []
        var (held, bits) = (0, 0)
        for sign in signs {
            guard let value = alphabet.firstIndex(of: sign) else { return nil }
            for bit in (0..<6).reversed() {
                held = held << 1 | value >> bit & 1
                bits += 1
                guard bits == width(codes.count) else { continue }
                codes.append(held)
                (held, bits) = (0, 0)
            }
        }
        return codes
    }

    private static func expand(_ codes: [Int]) -> [UInt8]? {
        var known = (0...255).map { [UInt8($0)] }
        var bytes: [UInt8] = []
        var last: [UInt8] = []
        for code in codes {
            let isNext = code == known.count && !last.isEmpty
            guard code < known.count || isNext else { return nil }
            let entry = isNext ? last + [last[0]] : known[code]
            guard bytes.count + entry.count <= limit else { return nil }
            bytes += entry
            if !last.isEmpty, known.count < 65536 { known.append(last + [entry[0]]) }
            last = entry
        }
        return bytes
    }

    private static func signs(of number: UInt32) -> [UInt8] {
        stride(from: 30, through: 0, by: -6).map { alphabet[Int(number >> UInt32($0) & 63)] }
    }
}

/// The kinds of files of an index; the letter begins the file's name.
enum FileKind: UInt8, Sendable {
    /// `t`: lists of terms. `v`: the vocabulary. `r`: the vocabulary by reversed word. `p`: pages' texts. `s`: the start.
    case terms = 0x74
    case vocabulary = 0x76
    case reversed = 0x72
    case pages = 0x70
    case start = 0x73
}

/// The frame around every file: a script that hands one string over, in which deflated bytes begin with who they are.
enum Envelope {
    static let version: UInt8 = 1

    /// - Returns: the file `<kind><number>-<generation>.js`; the start file's name has no generation.
    static func seal(
        _ payload: [UInt8], _ kind: FileKind, _ number: Int, generation: UInt64, deflate: Deflate
    ) -> IndexFile {
        var raw: [UInt8] = [0x50, 0x44, version, kind.rawValue]
        for shift in 0..<8 { raw.append(UInt8(truncatingIfNeeded: generation >> UInt64(shift * 8))) }
        raw += decimal(number) + [0]
        let digits = Base91.encode(deflate(raw + payload))
        let name = name(kind, number, generation: generation)
        let bytes = [UInt8](literal: "panduan.shard(\"") + name.dropLast(3) + [UInt8](literal: "\",\"") + digits
        return IndexFile(name: name, bytes: bytes + [UInt8](literal: "\")\n"))
    }

    static func name(_ kind: FileKind, _ number: Int, generation: UInt64) -> [UInt8] {
        if kind == .start { return [UInt8](literal: "start.js") }
        var fingerprint = Fingerprint()
        fingerprint.add(generation)
        return [kind.rawValue] + decimal(number) + [0x2D] + fingerprint.text + [UInt8](literal: ".js")
    }

    /// What a file holds, or nil when it is damaged, of another version or another kind.
    static func open(_ digits: some Collection<UInt8>, _ kind: FileKind) -> OpenedFile? {
        guard let deflated = Base91.decode(digits), let raw = Inflate.decompress(deflated), raw.count > 12,
            raw[0] == 0x50, raw[1] == 0x44, raw[2] == version, raw[3] == kind.rawValue
        else { return nil }
        var generation: UInt64 = 0
        for shift in 0..<8 { generation |= UInt64(raw[4 + shift]) << UInt64(shift * 8) }
        var position = 12
        var number = 0
        while position < raw.count, raw[position] >= 0x30, raw[position] <= 0x39, number < 1 << 24 {
            number = number * 10 + Int(raw[position] - 0x30)
            position += 1
        }
        guard position < raw.count, raw[position] == 0 else { return nil }
        return OpenedFile(number: number, generation: generation, bytes: raw, payload: position + 1)
    }
}

/// A file after its frame was checked.
struct OpenedFile {
    var number: Int
    var generation: UInt64
    var bytes: [UInt8]
    /// Where the payload begins in `bytes`.
    var payload: Int
}

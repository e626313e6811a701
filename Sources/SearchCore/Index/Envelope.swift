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
        var raw: [UInt8] = []
        raw.reserveCapacity(payload.count + 24)
        raw += [0x50, 0x44, version, kind.rawValue]
        for shift in 0..<8 { raw.append(UInt8(truncatingIfNeeded: generation >> UInt64(shift * 8))) }
        raw += decimal(number)
        raw.append(0)
        raw += payload
        let digits = Base91.encode(deflate(raw + check(raw)))
        let name = name(kind, number, generation: generation)
        var bytes = [UInt8](literal: "panduan.shard(\"")
        bytes.reserveCapacity(digits.count + 64)
        bytes += name.dropLast(3)
        bytes += [UInt8](literal: "\",\"")
        bytes += digits
        bytes += [UInt8](literal: "\")\n")
        return IndexFile(name: name, bytes: bytes)
    }

    static func name(_ kind: FileKind, _ number: Int, generation: UInt64) -> [UInt8] {
        if kind == .start { return [UInt8](literal: "start.js") }
        var fingerprint = Fingerprint()
        fingerprint.add(generation)
        return [kind.rawValue] + decimal(number) + [0x2D] + fingerprint.text + [UInt8](literal: ".js")
    }

    static let checkSize = 4

    /// The last bytes of a file: they tell damage that deflate lets pass.
    static func check(_ raw: [UInt8]) -> [UInt8] {
        var fingerprint = Fingerprint()
        fingerprint.add(raw)
        return (0..<checkSize).map { UInt8(truncatingIfNeeded: fingerprint.value >> UInt64($0 * 8)) }
    }

    /// What a file holds.
    static func open(_ digits: some Collection<UInt8>, _ kind: FileKind) throws(IndexProblem) -> OpenedFile {
        guard let deflated = Base91.decode(digits), var raw = Inflate.decompress(deflated), raw.count > 16,
            raw[0] == 0x50, raw[1] == 0x44
        else { throw .damaged }
        guard raw[2] == version else { throw .version }
        let sum = Array(raw.suffix(checkSize))
        raw.removeLast(checkSize)
        guard raw[3] == kind.rawValue, sum == check(raw) else { throw .damaged }
        return try opened(raw)
    }

    private static func opened(_ raw: [UInt8]) throws(IndexProblem) -> OpenedFile {
        var generation: UInt64 = 0
        for shift in 0..<8 { generation |= UInt64(raw[4 + shift]) << UInt64(shift * 8) }
        var position = 12
        var number = 0
        while position < raw.count, raw[position] >= 0x30, raw[position] <= 0x39, number < 1 << 24 {
            number = number * 10 + Int(raw[position] - 0x30)
            position += 1
        }
        guard position < raw.count, raw[position] == 0 else { throw .damaged }
        return OpenedFile(number: number, generation: generation, bytes: raw, payload: position + 1)
    }
}

/// Why a file of the index cannot be used.
public enum IndexProblem: Error {
    /// Missing, cut short, changed, or no file of an index at all.
    case damaged
    /// Written for another version of the engine.
    case version
}

/// A file after its frame was checked.
struct OpenedFile {
    var number: Int
    var generation: UInt64
    var bytes: [UInt8]
    /// Where the payload begins in `bytes`.
    var payload: Int
}

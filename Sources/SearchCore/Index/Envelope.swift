/// The kinds of files of an index; the letter begins the file's name.
enum FileKind: UInt8, Sendable {
    /// `t`: lists of terms. `v`: the vocabulary. `r`: the vocabulary by reversed word. `p`: pages' texts. `s`: the start.
    case terms = 0x74
    case vocabulary = 0x76
    case reversed = 0x72
    case pages = 0x70
    case start = 0x73
}

/// What a file holds: bytes that are deflated, and bits that are packed as they are.
struct FileContent {
    var strings: [UInt8] = []
    var bits: [UInt8] = []
}

/// The frame around every file: who it is, its content, a check. The file is a script that hands that over as one string.
enum Envelope {
    static let version: UInt8 = 2

    /// - Returns: the file `<kind><number>-<generation>.js`; the start file's name has no generation.
    static func seal(
        _ content: FileContent, _ kind: FileKind, _ number: Int, generation: UInt64, deflate: Deflate
    ) -> IndexFile {
        var writer = ByteWriter()
        writer.raw([0x50, 0x44, version, kind.rawValue])
        for shift in 0..<8 { writer.byte(UInt8(truncatingIfNeeded: generation >> UInt64(shift * 8))) }
        writer.number(number)
        writer.string(content.strings.isEmpty ? [] : deflate(content.strings))
        writer.raw(content.bits)
        writer.raw(check(writer.bytes))
        let name = name(kind, number, generation: generation)
        return IndexFile(name: name, bytes: ScriptText.script(Array(name.dropLast(3)), writer.bytes))
    }

    static func name(_ kind: FileKind, _ number: Int, generation: UInt64) -> [UInt8] {
        if kind == .start { return [UInt8](literal: "start.js") }
        var fingerprint = Fingerprint()
        fingerprint.add(generation)
        return [kind.rawValue] + decimal(number) + [0x2D] + fingerprint.text + [UInt8](literal: ".js")
    }

    static let checkSize = 4

    /// The last bytes of a file, which tell damage.
    static func check(_ bytes: [UInt8]) -> [UInt8] {
        var fingerprint = Fingerprint()
        fingerprint.add(bytes)
        return (0..<checkSize).map { UInt8(truncatingIfNeeded: fingerprint.value >> UInt64($0 * 8)) }
    }

    /// What a file holds.
    static func open(_ bytes: [UInt8], _ kind: FileKind) throws(IndexProblem) -> OpenedFile {
        guard bytes.count > 16, bytes[0] == 0x50, bytes[1] == 0x44 else { throw .damaged }
        guard bytes[2] == version else { throw .version }
        var bytes = bytes
        let sum = Array(bytes.suffix(checkSize))
        bytes.removeLast(checkSize)
        guard bytes[3] == kind.rawValue, sum == check(bytes) else { throw .damaged }
        var generation: UInt64 = 0
        for shift in 0..<8 { generation |= UInt64(bytes[4 + shift]) << UInt64(shift * 8) }
        var reader = ByteReader(bytes, at: 12)
        let number = reader.number()
        let deflated = reader.string()
        guard !reader.failed, let strings = deflated.isEmpty ? [] : Inflate.decompress(deflated) else { throw .damaged }
        return OpenedFile(
            number: number, generation: generation, strings: strings, bits: BitReader(bytes, atBit: reader.position * 8)
        )
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
final class OpenedFile: Sendable {
    let number: Int
    let generation: UInt64
    let strings: [UInt8]
    let bits: BitReader

    init(number: Int, generation: UInt64, strings: [UInt8], bits: BitReader) {
        self.number = number
        self.generation = generation
        self.strings = strings
        self.bits = bits
    }
}

/// Text with its commonest words as one or two bytes, and words that came before in the same piece as two.
///
/// ASCII stands for itself. 0x80 to 0xDF are the commonest words; 0xE0 to 0xF7 with a byte the next ones; 0xF8 to 0xFB with a
/// byte a word that the piece spelt out before, behind 0x03. 0x02 makes the next word's first letter a capital. Between two
/// such words lies one space. Other bytes follow 0x01.
enum PackedText {
    static let escape: UInt8 = 1
    static let capital: UInt8 = 2
    static let remember: UInt8 = 3
    static let shortCodes = 96
    static let dictionarySize = shortCodes + 24 * 256
    static let localSize = 4 * 256
    /// Words that are spelt out are remembered from this length on.
    static let localLength = 4
}

/// How a word is packed: as one of the dictionary, as one that its piece remembers, or letter by letter.
struct PackedWord: Sendable {
    /// The place in the dictionary, or -1 for spelt, or -2 less the index's number of the word for one to be remembered.
    private let value: Int32

    init(rank: Int32, word: UInt32, length: Int) {
        value = rank >= 0 ? rank : length >= PackedText.localLength ? -2 - Int32(word) : -1
    }

    @inline(__always) var rank: Int32? { value >= 0 ? value : nil }
    @inline(__always) var local: UInt32? { value < -1 ? UInt32(-2 - value) : nil }
}

/// Packs the texts of one piece; `TextUnpacker` reads them in the same order.
struct TextPacker {
    private var locals = LocalWords()
    private var output: [UInt8] = []

    /// A heading or text of a segment, valid until the next call.
    mutating func pack(_ text: Int, of segment: IndexSegment, codes: [PackedWord]) -> [UInt8] {
        output.removeAll(keepingCapacity: true)
        var (steps, literal) = segment.texts.text(text)
        var isAfterCode = false
        for step in steps {
            if step.isLiteral {
                spell(segment.texts.literals[literal..<literal + step.literalCount])
                literal += step.literalCount
                isAfterCode = false
                continue
            }
            let code = code(codes[step.term])
            if step.isNear, !(isAfterCode && code != .spelt) { output.append(0x20) }
            isAfterCode = code != .spelt
            switch code {
            case .number(let number):
                if step.isCapital { output.append(PackedText.capital) }
                append(number)
            case .remembered:
                output.append(PackedText.remember)
                append(segment.terms[step.term], isCapital: step.isCapital)
            case .spelt: append(segment.terms[step.term], isCapital: step.isCapital)
            }
        }
        return output
    }

    private enum Code: Equatable { case number(Int32), remembered, spelt }

    @inline(__always)
    private mutating func code(_ word: PackedWord) -> Code {
        if let rank = word.rank { return .number(rank) }
        guard let local = word.local else { return .spelt }
        return switch locals.place(of: local) {
        case LocalWords.isNew: .remembered
        case LocalWords.full: .spelt
        case let place: .number(place + Int32(PackedText.dictionarySize))
        }
    }

    @inline(__always)
    private mutating func append(_ number: Int32) {
        if number < Int32(PackedText.shortCodes) { return output.append(0x80 + UInt8(truncatingIfNeeded: number)) }
        let rest = number - Int32(PackedText.shortCodes)
        output.append(0xE0 + UInt8(truncatingIfNeeded: rest >> 8))
        output.append(UInt8(truncatingIfNeeded: rest))
    }

    @inline(__always)
    private mutating func append(_ word: ArraySlice<UInt8>, isCapital: Bool) {
        let start = output.count
        output.append(contentsOf: word)
        if isCapital { output[start] &= 0xDF }
    }

    @inline(__always)
    private mutating func spell(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes {
            if byte >= 0x80 || byte >= PackedText.escape && byte <= PackedText.remember {
                output.append(PackedText.escape)
            }
            output.append(byte)
        }
    }
}

/// The words that a piece has spelt out so far, by their numbers in the index.
private struct LocalWords {
    static let full: Int32 = -2
    static let isNew: Int32 = -1
    private var slots = [UInt64](repeating: 0, count: 4_096)
    private var count: UInt64 = 0

    /// The word's place, or that it is new and now remembered, or that there is no room.
    @inline(__always)
    mutating func place(of word: UInt32) -> Int32 {
        let key = UInt64(word) + 1
        var slot = Int(((key &* 0x9E37_79B1) >> 7) & 4_095)
        while slots[slot] != 0 {
            if slots[slot] >> 16 == key { return Int32(slots[slot] & 0xFFFF) }
            slot = (slot + 1) & 4_095
        }
        if count == UInt64(PackedText.localSize) { return Self.full }
        slots[slot] = key << 16 | count
        count += 1
        return Self.isNew
    }
}

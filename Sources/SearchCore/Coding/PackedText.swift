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

/// Packs the texts of one piece; `TextUnpacker` reads them in the same order.
struct TextPacker {
    /// The code of each word of the index, or -1.
    private let ranks: [Int32]
    private var locals = LocalWords()

    init(ranks: [Int32]) { self.ranks = ranks }

    /// - Parameters:
    ///   - terms: the segment's number of each token of `text`, in order.
    ///   - words: the index's number of each of the segment's terms.
    mutating func pack(_ text: [UInt8], terms: ArraySlice<UInt32>, words: [UInt32]) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: TokenScanner.capacity + 8)
        return text.withUnsafeBufferPointer { text in
            buffer.withUnsafeMutableBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return [] }
                // No code is longer than twice what it stands for.
                return [UInt8](unsafeUninitializedCapacity: text.count * 2 + 16) { output, count in
                    var sink = ByteSink(bytes: output)
                    pack(TokenScanner(text, buffer: base), text, terms, words, &sink)
                    count = sink.count
                }
            }
        }
    }

    private mutating func pack(
        _ scanner: TokenScanner, _ text: UnsafeBufferPointer<UInt8>, _ terms: ArraySlice<UInt32>, _ words: [UInt32],
        _ output: inout ByteSink
    ) {
        var tokens = scanner
        var position = 0
        var next = terms.startIndex
        var isAfterCode = false
        while tokens.next(), next < terms.endIndex {
            let word = words[Int(terms[next])]
            next += 1
            guard Self.isWord(text, tokens) else { continue }
            let code = code(word, length: tokens.length)
            if code == Self.spelt { continue }
            let followsCode = isAfterCode && tokens.start == position + 1 && text[position] == 0x20
            if !followsCode { Self.spell(text, position..<tokens.start, to: &output) }
            if code >= 0 {
                if text[tokens.start] < 0x61 { output.append(PackedText.capital) }
                Self.append(code, to: &output)
            } else {
                output.append(PackedText.remember)
                for index in tokens.start..<tokens.end { output.append(text[index]) }
            }
            position = tokens.end
            isAfterCode = true
        }
        Self.spell(text, position..<text.count, to: &output)
    }

    private static let spelt: Int32 = -1
    private static let remembered: Int32 = -2

    /// Lower-case ASCII letters, the first perhaps a capital.
    @inline(__always)
    private static func isWord(_ text: UnsafeBufferPointer<UInt8>, _ tokens: TokenScanner) -> Bool {
        guard tokens.length == tokens.end - tokens.start, text[tokens.start] >= 0x41 else { return false }
        var index = tokens.start + 1
        while index < tokens.end {
            if text[index] < 0x61 { return false }
            index += 1
        }
        return true
    }

    @inline(__always)
    private mutating func code(_ word: UInt32, length: Int) -> Int32 {
        let rank = ranks[Int(word)]
        if rank >= 0 { return rank }
        guard length >= PackedText.localLength else { return Self.spelt }
        let local = locals.place(of: word)
        if local >= 0 { return local + Int32(PackedText.dictionarySize) }
        return local == LocalWords.full ? Self.spelt : Self.remembered
    }

    @inline(__always)
    private static func append(_ code: Int32, to output: inout ByteSink) {
        if code < Int32(PackedText.shortCodes) { return output.append(0x80 + UInt8(truncatingIfNeeded: code)) }
        let rest = code - Int32(PackedText.shortCodes)
        output.append(0xE0 + UInt8(truncatingIfNeeded: rest >> 8))
        output.append(UInt8(truncatingIfNeeded: rest))
    }

    @inline(__always)
    private static func spell(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to output: inout ByteSink) {
        for index in range {
            let byte = text[index]
            if byte >= 0x80 || byte >= PackedText.escape && byte <= PackedText.remember {
                output.append(PackedText.escape)
            }
            output.append(byte)
        }
    }
}

/// Appends to memory that is large enough, without an array's check of its uniqueness at every byte.
private struct ByteSink {
    let bytes: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
    }
}

/// The words that a piece has spelt out so far, by their numbers in the index.
private struct LocalWords {
    static let full: Int32 = -2
    private static let isNew: Int32 = -1
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

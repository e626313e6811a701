/// How a word is packed: by its place in the dictionary, or as one that its piece spells once.
struct PackedWord: Sendable {
    /// The bits of its place in the dictionary, else the index's number of the word.
    fileprivate let value: UInt32
    /// How many bits; 0 for a word that is not in the dictionary.
    fileprivate let size: UInt32

    init(rank: Int32, word: UInt32, _ codes: TextCodes) {
        guard rank >= 0 else {
            value = word
            size = 0
            return
        }
        let number = UInt32(rank) + 1
        let rest = 31 - UInt32(number.leadingZeroBitCount)
        let symbol = codes.symbols[Int(rest)]
        value = UInt32(symbol.bits) | (number - 1 << rest) << UInt32(symbol.length)
        size = UInt32(symbol.length) + rest
    }
}

/// Packs the texts of one piece; `TextUnpacker` beside it reads them in the same order.
struct TextPacker {
    private let codes: TextCodes
    private var spelt = SpeltWords()
    private(set) var writer = BitWriter()

    init(_ codes: TextCodes) { self.codes = codes }

    /// - Parameter words: for each term of the segment, how it is packed.
    mutating func pack(_ text: Int, of segment: IndexSegment, _ words: [PackedWord]) {
        segment.texts.forEachPart(of: text) { part in
            switch part {
            case .word(let term, let flips):
                if flips { writer.put(codes.symbols[TextSymbol.capital]) }
                write(words[term], term, segment)
            case .separator(let symbol): writer.put(codes.symbols[symbol])
            case .literal(let bytes):
                writer.put(codes.symbols[TextSymbol.literal])
                for byte in bytes { writer.put(codes.literals[Int(byte)]) }
                writer.put(codes.literals[TextSymbol.literalEnd])
            }
        }
        writer.put(codes.symbols[TextSymbol.end])
    }

    @inline(__always)
    private mutating func write(_ word: PackedWord, _ term: Int, _ segment: IndexSegment) {
        if word.size > 0 {
            writer.put(word.value, word.size)
        } else if let place = spelt.place(of: word.value) {
            writer.put(codes.symbols[TextSymbol.remembered])
            writer.put(place, SpeltWords.bits(spelt.count))
        } else {
            writer.put(codes.symbols[TextSymbol.spelt])
            codes.letters.write(segment.terms[term], to: &writer)
        }
    }
}

/// The words that a piece has spelt so far, by their numbers in the index.
struct SpeltWords {
    /// One more than a word's place; 0 is free. Small, because each piece begins with a new one.
    private var slots = [UInt16](repeating: 0, count: 4_096)
    private var words: [UInt32] = []

    var count: Int { words.count }

    /// The word's place, or nil for one that is new; it is remembered while there is room.
    @inline(__always)
    mutating func place(of word: UInt32) -> UInt32? {
        var slot = Int((word &* 0x9E37_79B1) >> 20)
        while slots[slot] != 0 {
            let place = UInt32(slots[slot]) - 1
            if words[Int(place)] == word { return place }
            slot = (slot + 1) & 4_095
        }
        if count < TextSymbol.rememberedLimit {
            words.append(word)
            slots[slot] = UInt16(count)
        }
        return nil
    }

    /// Bits of a place among so many.
    @inline(__always)
    static func bits(_ count: Int) -> UInt32 { UInt32(Int.bitWidth - max(count - 1, 0).leadingZeroBitCount) }
}

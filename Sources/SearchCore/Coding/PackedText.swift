/// How a word is packed: by its place in the dictionary, or as one that its piece spells once.
struct PackedWord: Sendable {
    /// Its place in the dictionary, or its letters.
    fileprivate let bits: UInt64
    /// How many bits; 0 for letters that take more than 64.
    fileprivate let size: UInt32
    /// The index's number of a word that is spelt.
    fileprivate let number: UInt32?

    /// - Parameters:
    ///   - rank: the word's place in the dictionary, or -1.
    ///   - number: the word's number in the index.
    init(_ word: ArraySlice<UInt8>, rank: Int32, number: Int, _ codes: TextCodes) {
        guard rank >= 0 else {
            let letters = codes.letters.bits(of: word)
            bits = letters?.bits ?? 0
            size = letters?.size ?? 0
            self.number = UInt32(number)
            return
        }
        let place = UInt64(rank) + 1
        let rest = 63 - UInt32(place.leadingZeroBitCount)
        let symbol = codes.symbols[Int(rest)]
        bits = UInt64(symbol.bits) | (place - 1 << UInt64(rest)) << UInt64(symbol.length)
        size = UInt32(symbol.length) + rest
        self.number = nil
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
            case .unwritten: break
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
        guard let number = word.number else { return writer.putLong(word.bits, word.size) }
        if let place = spelt.place(of: number) {
            writer.put(codes.symbols[TextSymbol.remembered])
            writer.put(place, SpeltWords.bits(spelt.count))
            return
        }
        writer.put(codes.symbols[TextSymbol.spelt])
        if word.size > 0 {
            writer.putLong(word.bits, word.size)
        } else {
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

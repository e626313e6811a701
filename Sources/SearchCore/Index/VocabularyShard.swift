/// A written form of the index, and how common it is.
struct VocabularyWord: Sendable {
    var word: [UInt8]
    /// Its documents on a scale of doublings.
    var magnitude: UInt8

    init(_ word: [UInt8], magnitude: UInt8) {
        self.word = word
        self.magnitude = magnitude
    }

    static func magnitude(documents: Int) -> UInt8 { UInt8(Int.bitWidth - max(documents, 0).leadingZeroBitCount) }
}

/// A run of the vocabulary, by word or by reversed word; where typing errors are looked up.
enum VocabularyShard {
    /// - Parameter word: the word at a place of the run, and its magnitude.
    static func bits(
        _ run: Range<Int>, _ codes: TextCodes, _ word: (Int) -> (bytes: ArraySlice<UInt8>, magnitude: UInt8)
    ) -> [UInt8] {
        var writer = BitWriter()
        writer.gamma(run.count)
        var previous: ArraySlice<UInt8> = []
        for place in run {
            let next = word(place)
            codes.write(next.bytes, after: previous, to: &writer)
            writer.gamma(Int(next.magnitude))
            previous = next.bytes
        }
        return writer.bytes
    }

    /// Nil when the bits are damaged.
    static func read(_ bits: BitReader, _ tables: TextTables) -> [VocabularyWord]? {
        var reader = bits
        var words: [VocabularyWord] = []
        var word: [UInt8] = []
        for _ in 0..<reader.gamma() where !reader.failed {
            tables.word(&reader, after: &word)
            words.append(VocabularyWord(word, magnitude: UInt8(truncatingIfNeeded: reader.gamma())))
        }
        return reader.failed ? nil : words
    }
}

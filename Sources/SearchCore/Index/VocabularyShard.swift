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
    static func bits(_ words: [VocabularyWord], _ codes: TextCodes) -> [UInt8] {
        var writer = BitWriter()
        writer.gamma(words.count)
        var previous: ArraySlice<UInt8> = []
        for word in words {
            codes.write(word.word[...], after: previous, to: &writer)
            writer.gamma(Int(word.magnitude))
            previous = word.word[...]
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

/// A run of the vocabulary, by word or by reversed word, with how common each is; where typing errors are looked up.
enum VocabularyShard {
    static func payload(_ words: [(word: [UInt8], documents: Int)]) -> [UInt8] {
        var writer = ByteWriter()
        writer.number(words.count)
        var previous: [UInt8] = []
        for word in words {
            writer.frontCoded(word.word, after: previous)
            previous = word.word
        }
        for word in words { writer.byte(magnitude(word.documents)) }
        return writer.bytes
    }

    /// Nil for a damaged file.
    static func read(_ file: OpenedFile) -> [(word: [UInt8], magnitude: UInt8)]? {
        var reader = ByteReader(file.bytes, at: file.payload)
        var words: [(word: [UInt8], magnitude: UInt8)] = []
        var word: [UInt8] = []
        for _ in 0..<reader.count(ofSize: 3) {
            reader.frontCoded(after: &word)
            words.append((word, 0))
        }
        for index in words.indices { words[index].magnitude = reader.byte() }
        return reader.failed ? nil : words
    }

    /// A count on a scale of doublings.
    static func magnitude(_ count: Int) -> UInt8 {
        UInt8(Int.bitWidth - max(count, 0).leadingZeroBitCount)
    }
}

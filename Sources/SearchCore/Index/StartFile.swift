/// The small file that a reader's browser loads first: what is where, what kind each page is, and the words' data.
struct StartFile {
    var sectionCount = 0
    var types: [[UInt8]] = []
    var languages: [[UInt8]] = []
    /// One row a page, in order.
    var pages: [PageRow] = []
    /// The first name of each file of term lists, of the vocabulary and of the reversed vocabulary.
    var termShards: [[UInt8]] = []
    var vocabularies: [[UInt8]] = []
    var reversed: [[UInt8]] = []
    /// The first page of each piece.
    var pieces: [Int] = []
    /// The commonest words, sorted, from which a word's first letters are completed.
    var headWords: [HeadWord] = []
    var lexicon = Lexicon()
    var pins: [Pin] = []

    /// What ranking and counting need of a page before its texts are loaded.
    struct PageRow {
        var type: UInt8
        var language: UInt8
        var superseded: Bool
        /// In hundredths, 0 to 255.
        var weight: UInt8
        var sections: Int
    }

    struct HeadWord {
        var word: [UInt8]
        /// Its documents on a scale of doublings.
        var magnitude: UInt8
    }

    /// The commonest words, the commonest first, as pieces' texts refer to them.
    var dictionary: [[UInt8]] {
        heapSorted(headWords) {
            $0.magnitude != $1.magnitude ? $0.magnitude > $1.magnitude : precedes($0.word, $1.word)
        }.map { $0.word }
    }

    struct Pin {
        var query: [UInt8]
        var page: Int
    }
}

extension StartFile {
    var payload: [UInt8] {
        var writer = ByteWriter()
        writer.number(sectionCount)
        Self.write(types, &writer)
        Self.write(languages, &writer)
        writePages(&writer)
        for list in [termShards, vocabularies, reversed] { Self.writeSorted(list, &writer) }
        writer.number(pieces.count)
        for index in pieces.indices { writer.number(pieces[index] - (index > 0 ? pieces[index - 1] : 0)) }
        Self.writeSorted(headWords.map { $0.word }, &writer)
        for word in headWords { writer.byte(word.magnitude) }
        RootTable.write(lexicon.roots, to: &writer)
        for text in [lexicon.families, lexicon.synonyms, lexicon.shorthand, lexicon.functionWords] {
            writer.string(text)
        }
        writer.number(pins.count)
        for pin in pins {
            writer.string(pin.query)
            writer.number(pin.page)
        }
        return writer.bytes
    }

    private static func write(_ list: [[UInt8]], _ writer: inout ByteWriter) {
        writer.number(list.count)
        for text in list { writer.string(text) }
    }

    private static func writeSorted(_ list: [[UInt8]], _ writer: inout ByteWriter) {
        writer.number(list.count)
        var previous: [UInt8] = []
        for word in list {
            writer.frontCoded(word, after: previous)
            previous = word
        }
    }

    private func writePages(_ writer: inout ByteWriter) {
        writer.number(pages.count)
        for page in pages { writer.number(page.sections) }
        for page in pages {
            writer.byte(page.type)
            writer.byte(page.language << 1 | (page.superseded ? 1 : 0))
            writer.byte(page.weight)
        }
    }
}

extension StartFile {
    /// Nil when the file is damaged.
    init?(_ file: OpenedFile) {
        var reader = ByteReader(file.bytes, at: file.payload)
        sectionCount = reader.number()
        types = Self.read(&reader)
        languages = Self.read(&reader)
        readPages(&reader)
        termShards = Self.readSorted(&reader)
        vocabularies = Self.readSorted(&reader)
        reversed = Self.readSorted(&reader)
        for _ in 0..<reader.count() {
            // Forged numbers must not overflow where an Int has 32 bits.
            let first = min(reader.number(), pages.count) + (pieces.last ?? 0)
            if first > pages.count { return nil }
            pieces.append(first)
        }
        headWords = Self.readSorted(&reader).map { HeadWord(word: $0, magnitude: 0) }
        for index in headWords.indices { headWords[index].magnitude = reader.byte() }
        lexicon = Lexicon(
            roots: RootTable.read(&reader), families: reader.string(), synonyms: reader.string(),
            shorthand: reader.string(), functionWords: reader.string())
        for _ in 0..<reader.count(ofSize: 2) { pins.append(Pin(query: reader.string(), page: reader.number())) }
        var rest = sectionCount
        for page in pages {
            if page.sections > rest { return nil }
            rest -= page.sections
        }
        if reader.failed || rest != 0 || sectionCount >= 1 << 24 { return nil }
    }

    private static func read(_ reader: inout ByteReader) -> [[UInt8]] {
        (0..<reader.count()).map { _ in reader.string() }
    }

    private static func readSorted(_ reader: inout ByteReader) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for _ in 0..<reader.count(ofSize: 2) {
            reader.frontCoded(after: &word)
            words.append(word)
        }
        return words
    }

    private mutating func readPages(_ reader: inout ByteReader) {
        let counts = (0..<reader.count(ofSize: 4)).map { _ in reader.number() }
        for count in counts {
            let type = reader.byte()
            let flags = reader.byte()
            pages.append(
                PageRow(
                    type: type, language: flags >> 1, superseded: flags & 1 == 1, weight: reader.byte(), sections: count
                ))
        }
    }
}

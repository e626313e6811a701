/// The small file that a reader's browser loads first: what is where, what kind each page is, and the words' data.
struct StartFile {
    var sectionCount = 0
    var types: [[UInt8]] = []
    var languages: [[UInt8]] = []
    /// One row a page, in order.
    var pages: [PageRow] = []
    /// Pages that another one replaces; a chain of them from its end.
    var successions: [Succession] = []
    /// The first name of each file of term lists, of the vocabulary and of the reversed vocabulary.
    var termShards: [[UInt8]] = []
    var vocabularies: [[UInt8]] = []
    var reversed: [[UInt8]] = []
    /// The first page of each piece.
    var pieces: [Int] = []
    /// The commonest words, sorted, from which a word's first letters are completed.
    var headWords: [VocabularyWord] = []
    var lexicon = Lexicon()
    var pins: [Pin] = []
    /// By which all files are read.
    private(set) var tables: TextTables?

    /// What ranking and counting need of a page before its texts are loaded.
    struct PageRow {
        var type: UInt8
        var language: UInt8
        /// In hundredths, 0 to 255.
        var weight: UInt8
        var sections: Int

        /// Whether readers of a language have no better page than this one; false when their language is not known.
        func isBest(for reader: UInt8?) -> Bool {
            guard let reader else { return false }
            return isOfSeveral ? reader < 7 && language >> reader & 1 == 1 : language == reader
        }

        /// Whether it serves readers into whose language it is not translated.
        var isOfSeveral: Bool { language >= 0x80 }
    }

    /// The commonest words, the commonest first, as pieces' texts refer to them.
    var dictionary: [[UInt8]] {
        heapSorted(headWords) {
            $0.magnitude != $1.magnitude ? $0.magnitude > $1.magnitude : precedes($0.word, $1.word)
        }.map { $0.word }
    }

    struct Succession {
        var old: Int
        /// The page itself when what replaced it is not in the index.
        var new: Int
    }

    struct Pin {
        var query: [UInt8]
        var page: Int
    }
}

extension StartFile {
    /// - Parameter codes: by which all files are written.
    func content(_ codes: TextCodes) -> FileContent {
        var writer = ByteWriter()
        writer.number(sectionCount)
        Self.write(types, &writer)
        Self.write(languages, &writer)
        writePages(&writer)
        for list in [termShards, vocabularies, reversed] { Self.writeSorted(list, &writer) }
        writer.number(pieces.count)
        for index in pieces.indices { writer.number(pieces[index] - (index > 0 ? pieces[index - 1] : 0)) }
        RootTable.write(lexicon.roots, to: &writer)
        for text in [lexicon.families, lexicon.synonyms, lexicon.shorthand, lexicon.functionWords] {
            writer.string(text)
        }
        writer.number(successions.count)
        for succession in successions {
            writer.number(succession.old)
            writer.number(succession.new)
        }
        writer.number(pins.count)
        for pin in pins {
            writer.string(pin.query)
            writer.number(pin.page)
        }
        writer.string(codes.lengths)
        return FileContent(
            strings: writer.bytes,
            bits: VocabularyShard.bits(headWords.indices, codes) { (headWords[$0].word[...], headWords[$0].magnitude) })
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
            writer.byte(page.language)
            writer.byte(page.weight)
        }
    }
}

extension StartFile {
    /// Nil when the file is damaged.
    init?(_ file: OpenedFile) {
        var reader = ByteReader(file.strings)
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
        lexicon = Lexicon(
            roots: RootTable.read(&reader), families: reader.string(), synonyms: reader.string(),
            shorthand: reader.string(), functionWords: reader.string())
        for _ in 0..<reader.count(ofSize: 2) {
            successions.append(Succession(old: reader.number(), new: reader.number()))
        }
        for _ in 0..<reader.count(ofSize: 2) { pins.append(Pin(query: reader.string(), page: reader.number())) }
        guard let tables = TextTables(reader.string()), let words = VocabularyShard.read(file.bits, tables) else {
            return nil
        }
        self.tables = tables
        headWords = words
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
            pages.append(
                PageRow(type: reader.byte(), language: reader.byte(), weight: reader.byte(), sections: count))
        }
    }
}

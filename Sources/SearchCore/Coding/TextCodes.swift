/// The codes that all files of an index share, as they are written; they stand in its start file.
struct TextCodes: Sendable {
    let symbols: PrefixCode
    let literals: PrefixCode
    /// How many letters a word of a sorted list shares with the one before.
    let shared: PrefixCode
    let letters: LetterCode

    /// From this many on, the number of shared letters follows its symbol.
    static let sharedCount = 16
    static let literalCount = TextSymbol.literalEnd + 1
    private static let longestCode = 12

    init(_ counts: TextCounts) {
        symbols = PrefixCode(counts: counts.symbols, limit: Self.longestCode)
        literals = PrefixCode(counts: counts.literals, limit: Self.longestCode)
        shared = PrefixCode(counts: counts.shared, limit: Self.longestCode)
        letters = LetterCode(counts: counts.letters)
    }

    /// Four bits a code.
    var lengths: [UInt8] {
        var writer = BitWriter()
        for lengths in [symbols.lengths, literals.lengths, shared.lengths, letters.lengths] {
            for length in lengths { writer.put(UInt32(length), 4) }
        }
        return writer.bytes
    }
}

/// How often what the codes are for comes. The counts need not be exact, but every thing that is written must be counted.
struct TextCounts: Sendable {
    var symbols = [Int](repeating: 1, count: TextSymbol.count)
    var literals = [Int](repeating: 0, count: TextCodes.literalCount)
    var shared = [Int](repeating: 1, count: TextCodes.sharedCount + 1)
    var letters = [Int](repeating: 0, count: LetterCode.symbolCount * LetterCode.symbolCount)
}

/// The codes as they are read.
final class TextTables: Sendable {
    let symbols: HuffmanTable
    let literals: HuffmanTable
    private let shared: HuffmanTable
    private let letters: LetterTable

    /// Nil when the lengths are no prefix codes.
    init?(_ lengths: [UInt8]) {
        var reader = BitReader(lengths, atBit: 0)
        func table(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(reader.take(4)) } }
        let symbols = HuffmanTable(table(TextSymbol.count)[...])
        let literals = HuffmanTable(table(TextCodes.literalCount)[...])
        let shared = HuffmanTable(table(TextCodes.sharedCount + 1)[...])
        let letters = LetterTable((0..<LetterCode.symbolCount).map { _ in table(LetterCode.symbolCount) })
        guard let symbols, let literals, let shared, let letters, !reader.failed else { return nil }
        self.symbols = symbols
        self.literals = literals
        self.shared = shared
        self.letters = letters
    }

    func word(_ reader: inout BitReader) -> [UInt8] {
        var word: [UInt8] = []
        letters.read(&reader, onto: &word)
        return word
    }

    /// The next word of a sorted list, given the one before.
    @inline(never)
    func word(_ reader: inout BitReader, after word: inout [UInt8]) {
        var same = reader.symbol(shared)
        if same == TextCodes.sharedCount { same += reader.gamma() }
        guard same <= word.count else { return reader.fail() }
        word.removeLast(word.count - same)
        letters.read(&reader, onto: &word)
    }
}

extension TextCodes {
    /// Writes a word of a sorted list, given the one before.
    @inline(__always)
    func write(_ word: ArraySlice<UInt8>, after previous: ArraySlice<UInt8>, to writer: inout BitWriter) {
        let same = Self.shared(word, previous)
        writer.put(shared[min(same, Self.sharedCount)])
        if same >= Self.sharedCount { writer.gamma(same - Self.sharedCount) }
        letters.write(word, from: same, to: &writer)
    }

    static func shared(_ word: ArraySlice<UInt8>, _ previous: ArraySlice<UInt8>) -> Int {
        var (place, other) = (word.startIndex, previous.startIndex)
        while place < word.endIndex, other < previous.endIndex, word[place] == previous[other] {
            place += 1
            other += 1
        }
        return place - word.startIndex
    }
}

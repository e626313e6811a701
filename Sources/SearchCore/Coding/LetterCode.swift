/// Spells words letter by letter, each letter by the code of the one before it.
///
/// Symbols are `a` to `z`, the word's end, and any other byte, whose eight bits follow. Contexts are the same: a letter, the
/// word's beginning, another byte.
struct LetterCode: Sendable {
    static let symbolCount = 28
    static let end = 26
    static let byte = 27
    static let start = 26
    /// In bits.
    static let longestCode = 10

    /// Of each symbol after each context, context by context.
    private let codes: [PrefixCode.Code]

    /// - Parameter counts: how often each symbol follows each context, context by context.
    init(counts: [Int]) {
        codes = (0..<Self.symbolCount).flatMap { context in
            let first = context * Self.symbolCount
            let code = PrefixCode(counts: Array(counts[first..<first + Self.symbolCount]), limit: Self.longestCode)
            return (0..<Self.symbolCount).map { code[$0] }
        }
    }

    /// In bits, of each symbol after each context, context by context.
    var lengths: [UInt8] { codes.map { UInt8($0.length) } }

    static func symbol(_ byte: UInt8) -> Int { byte &- 0x61 < 26 ? Int(byte &- 0x61) : Self.byte }

    static func context(after word: ArraySlice<UInt8>) -> Int { word.last.map { symbol($0) } ?? start }

    /// Counts what `write` would write of the whole word.
    static func count(_ word: some Collection<UInt8>, weight: Int = 1, in counts: inout [Int]) {
        counts.withUnsafeMutableBufferPointer { counts in
            var context = start
            for letter in word {
                let symbol = symbol(letter)
                counts[context * symbolCount + symbol] += weight
                context = symbol
            }
            counts[context * symbolCount + end] += weight
        }
    }

    /// What `write` would write of the whole word, or nil when that is more than 64 bits.
    func bits(of word: ArraySlice<UInt8>) -> (bits: UInt64, size: UInt32)? {
        var (bits, size): (UInt64, UInt32) = (0, 0)
        forEachNumber(word, from: 0) { value, length in
            if size < 64 { bits |= UInt64(value) &<< UInt64(size) }
            size += length
        }
        return size <= 64 ? (bits, size) : nil
    }

    /// Writes the letters from `shared` on, and the end.
    @inline(__always)
    func write(_ word: ArraySlice<UInt8>, from shared: Int = 0, to writer: inout BitWriter) {
        forEachNumber(word, from: shared) { writer.put($0, $1) }
    }

    /// Calls `body` with each number to write for the letters from `shared` on and for the end, and its bits.
    @inline(__always)
    private func forEachNumber(_ word: ArraySlice<UInt8>, from shared: Int, _ body: (UInt32, UInt32) -> Void) {
        let first = word.startIndex + shared
        var context = Self.context(after: word[..<first])
        func put(_ symbol: Int) {
            let code = codes[context * Self.symbolCount + symbol]
            body(UInt32(code.bits), UInt32(code.length))
        }
        for letter in word[first...] {
            let symbol = Self.symbol(letter)
            put(symbol)
            if symbol == Self.byte { body(UInt32(letter), 8) }
            context = symbol
        }
        put(Self.end)
    }
}

/// Reads what `LetterCode` wrote.
struct LetterTable: Sendable {
    private let tables: [HuffmanTable]

    init?(_ lengths: [[UInt8]]) {
        let tables = lengths.compactMap { HuffmanTable($0[...]) }
        guard tables.count == LetterCode.symbolCount else { return nil }
        self.tables = tables
    }

    /// Appends letters up to the end, at most as many as a token keeps.
    func read(_ reader: inout BitReader, onto word: inout [UInt8]) {
        var context = LetterCode.context(after: word[...])
        while !reader.failed {
            let symbol = reader.symbol(tables[context])
            if symbol == LetterCode.end { return }
            guard symbol < LetterCode.symbolCount, word.count < TokenScanner.capacity + 4 else {
                reader.fail()
                return
            }
            word.append(symbol == LetterCode.byte ? UInt8(reader.take(8)) : UInt8(symbol) + 0x61)
            context = symbol
        }
    }
}

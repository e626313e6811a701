/// A query's words and marks: `"phrase"`, `-without`, `-"without these"`, `type:id`.
struct ParsedQuery {
    /// One word of the query.
    struct Word {
        var term: [UInt8]
        /// What the reader wrote, as a range of the query's bytes.
        var range: Range<Int>
        /// Equal numbers stand in one quoted phrase; 0 is outside quotes.
        var phrase = 0
        /// Pages that have all words of one number are left out; 0 is of no such word.
        var exclusion = 0
        var isExcluded: Bool { exclusion > 0 }
        /// The byte between the word before and this one, or a space.
        var separator: UInt8 = 0x20
        /// It stands for shorthand.
        var isRewritten = false
        /// The shorthand as the reader wrote it, without words that it shares with its meaning.
        var shorthand: [[UInt8]] = []
        /// It is made of other words, which stand in the query too.
        var isDerived = false
    }

    private(set) var words: [Word] = []
    private(set) var type: [UInt8] = []
    /// The query ends within its last word, which may be the beginning of a longer one.
    private(set) var endsInWord = false
    private var exclusions = 0

    /// Words beyond this many are ignored, and bytes beyond that many.
    static let wordLimit = 64
    static let byteLimit = 4_096

    init(_ query: [UInt8]) {
        let query = Array(query.prefix(Self.byteLimit))
        var start = 0
        var phrase = 0
        var (isInQuotes, isWithout) = (false, false)
        for index in 0...query.count where index == query.count || query[index] == 0x22 {
            if isInQuotes, index < query.count {
                addWords(query, start..<index, phrase: isWithout ? 0 : phrase, isExcluded: isWithout)
            } else {
                readParts(query, start..<index)
                phrase += 1
                // The minus stands by itself before the quotes.
                isWithout =
                    index > start && query[index - 1] == 0x2D && (index - 1 == start || query[index - 2] <= 0x20)
            }
            isInQuotes.toggle()
            start = index + 1
        }
        endsInWord = words.last.map { $0.range.upperBound == query.count && $0.phrase == 0 } ?? false
    }

    /// Takes quotes away when other words stand beside them; false when there is nothing to loosen.
    mutating func loosen() -> Bool {
        var (quoted, free) = (false, false)
        for index in words.indices where !words[index].isExcluded {
            if words[index].phrase == 0 { free = true } else { quoted = true }
        }
        guard quoted, free else { return false }
        for index in words.indices { words[index].phrase = 0 }
        return true
    }

    private mutating func readParts(_ query: [UInt8], _ range: Range<Int>) {
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound where index == range.upperBound || query[index] <= 0x20 {
            if index > start { readPart(query, start..<index) }
            start = index + 1
        }
    }

    /// Reads a part without spaces.
    private mutating func readPart(_ query: [UInt8], _ range: Range<Int>) {
        var part = Array(query[range])
        for place in part.indices where part[place] &- 0x41 < 26 { part[place] |= 0x20 }
        if part.starts(withBytes: [UInt8](literal: "type:")), part.count > 5 {
            type = Array(part[5...])
        } else if part[0] == 0x2D, part.count > 1 {
            addWords(query, range, phrase: 0, isExcluded: true)
        } else {
            addWords(query, range, phrase: 0, isExcluded: false)
        }
    }

    private mutating func addWords(_ query: [UInt8], _ range: Range<Int>, phrase: Int, isExcluded: Bool) {
        var isFirst = true
        exclusions += isExcluded ? 1 : 0
        forEachToken(query[range]) { token, place, separator in
            guard words.count < Self.wordLimit else { return }
            var word = Word(term: token, range: place)
            word.phrase = phrase
            word.exclusion = isExcluded ? exclusions : 0
            word.separator = isFirst ? 0x20 : separator
            isFirst = false
            words.append(word)
        }
    }
}

/// Calls `body` with each token, its place in the array that `text` is of, and the byte between it and the one before.
func forEachToken(_ text: ArraySlice<UInt8>, _ body: ([UInt8], Range<Int>, UInt8) -> Void) {
    var buffer = [UInt8](repeating: 0, count: TokenScanner.capacity + 8)
    let offset = text.startIndex
    text.withUnsafeBufferPointer { text in
        buffer.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            var tokens = TokenScanner(text, buffer: base)
            while tokens.next() {
                let term = Array(UnsafeBufferPointer(start: UnsafePointer(base), count: tokens.length))
                body(term, offset + tokens.start..<offset + tokens.end, tokens.separator)
            }
        }
    }
}

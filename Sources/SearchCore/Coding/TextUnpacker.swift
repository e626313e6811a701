/// Reads the texts of one piece that `TextPacker` packed.
struct TextUnpacker {
    /// The dictionary, the commonest word first.
    private let dictionary: [[UInt8]]
    private let tables: TextTables
    private var spelt: [[UInt8]] = []
    private var reader: BitReader

    init(_ reader: BitReader, _ tables: TextTables, dictionary: [[UInt8]]) {
        self.reader = reader
        self.tables = tables
        self.dictionary = dictionary
    }

    var failed: Bool { reader.failed }

    /// The next text.
    mutating func text() -> [UInt8] {
        var text: [UInt8] = []
        var isAfterWord = false
        var expectsCapital = true
        while !reader.failed {
            let symbol = reader.symbol(tables.symbols)
            switch symbol {
            case TextSymbol.end: return text
            case TextSymbol.capital: expectsCapital = !expectsCapital
            case TextSymbol.literal, TextSymbol.firstSeparator...:
                let start = text.count
                if symbol == TextSymbol.literal {
                    literal(onto: &text)
                } else {
                    text += TextSymbol.bytes(ofSeparator: symbol)
                }
                guard start < text.count else { reader.fail(); break }
                expectsCapital = TextSymbol.endsSentence(first: text[start], last: text[text.count - 1])
                isAfterWord = false
            default:
                let word = word(symbol)
                guard let letter = word.first else { reader.fail(); break }
                if isAfterWord { text.append(0x20) }
                text.append(expectsCapital ? letter & 0xDF : letter)
                text += word[1...]
                isAfterWord = true
                expectsCapital = false
            }
        }
        return text
    }

    private mutating func literal(onto text: inout [UInt8]) {
        while !reader.failed {
            let byte = reader.symbol(tables.literals)
            if byte == TextSymbol.literalEnd { return }
            text.append(UInt8(truncatingIfNeeded: byte))
        }
    }

    /// Empty for a number that names no word, as damage leaves it.
    private mutating func word(_ symbol: Int) -> [UInt8] {
        if symbol == TextSymbol.remembered {
            return spelt[safe: Int(reader.take(SpeltWords.bits(spelt.count)))] ?? []
        }
        if symbol < TextSymbol.classCount {
            return dictionary[safe: 1 << symbol - 1 + Int(reader.take(UInt32(symbol)))] ?? []
        }
        let word = tables.word(&reader)
        if spelt.count < TextSymbol.rememberedLimit { spelt.append(word) }
        return word
    }
}

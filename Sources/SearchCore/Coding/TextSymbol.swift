/// The symbols of packed texts.
///
/// A text is words and what stands between them; one space between two words is not written. The commonest words, those of
/// the dictionary, are numbers in classes that double; a word that is not among them is spelt once in a piece and then
/// referred to. A word at a text's beginning or behind a sentence's end is taken to have a capital, others none.
enum TextSymbol {
    /// Classes of words of the dictionary: class `c` has those from `2^c - 1` on, with `c` bits behind the symbol.
    static let classCount = 13
    /// A word spelt out, which the piece remembers from now on.
    static let spelt = 13
    /// A word that the piece remembers: its number follows, in as many bits as the greatest takes.
    static let remembered = 14
    /// The next word's capital is not as expected.
    static let capital = 15
    static let end = 16
    /// Bytes of their own code up to `literalEnd`.
    static let literal = 17
    /// What often stands between words.
    static let firstSeparator = 18
    static let separatorCount = 16
    static let count = firstSeparator + separatorCount

    static let literalEnd = 256
    static let rememberedLimit = 1_024

    /// Two bytes each, the second 0 for one alone.
    private static let separators: StaticString = ". , -\0\n\0.\n: ? ?\n (; ) :\n.\0)./\0)\n"

    /// The symbol of bytes between words.
    @inline(__always)
    static func separator(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard bytes.count <= 2 else { return literal }
        let (first, second) = (bytes[0], bytes.count == 2 ? bytes[1] : 0)
        let table = separators.utf8Start
        for index in 0..<separatorCount where table[index * 2] == first && table[index * 2 + 1] == second {
            return firstSeparator + index
        }
        return literal
    }

    /// The bytes of a separator.
    static func bytes(ofSeparator symbol: Int) -> [UInt8] {
        let table = separators.utf8Start
        let place = (symbol - firstSeparator) * 2
        return table[place + 1] == 0 ? [table[place]] : [table[place], table[place + 1]]
    }

    /// Whether a word behind these bytes is taken to begin with a capital.
    @inline(__always)
    static func endsSentence(first: UInt8, last: UInt8) -> Bool {
        first == 0x2E || first == 0x3F || first == 0x21 || last == 0x0A
    }
}

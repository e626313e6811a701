/// Tells which families a word belongs to; one analyzer serves pages, queries and both languages.
public struct Analyzer: Sendable {
    let malay: MalayStemmer

    public init(_ lexicon: Lexicon) {
        malay = MalayStemmer(roots: RootTable(roots: lexicon.roots, families: lexicon.families))
    }

    /// The word's keys: first the one that joins its family, then others that it also meets.
    ///
    /// - Parameter word: a token as the scanner gives it.
    @inline(never)
    public func keys(of word: [UInt8]) -> [[UInt8]] {
        guard Self.isLatin(word) else { return Self.mixed(word) ? mixedKeys(word) : [word] }
        switch malay.analysis(of: word) {
        case .root(let root): return [root] + numbers(word)
        case .compound(let whole, let first, let second): return [whole, first, second]
        case nil: break
        }
        let english = EnglishStemmer.stem(word)
        return (english == word ? [word] : [word, english]) + numbers(word)
    }

    /// The one key that tells the word's family best: the Malay root, else the English stem.
    @inline(never)
    func family(of word: [UInt8]) -> [UInt8] {
        switch malay.analysis(of: word) {
        case .root(let key), .compound(let key, _, _): key
        case nil: EnglishStemmer.stem(word)
        }
    }

    private static func isLatin(_ word: [UInt8]) -> Bool {
        for letter in word where letter < 0x61 || letter > 0x7A { return false }
        return true
    }

    private static func mixed(_ word: [UInt8]) -> Bool {
        for byte in word where !(byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39) { return false }
        return hasDigit(word[...])
    }

    /// Letters and digits written together: `ciri2` is `ciri` twice, `pkpa1` is also `pkpa` and `1`.
    private func mixedKeys(_ word: [UInt8]) -> [[UInt8]] {
        guard let first = word.first, first > 0x39 else { return [word] }
        let end = word.firstIndex { $0 <= 0x39 } ?? word.count
        let letters = Array(word[..<end])
        let digits = Array(word[end...])
        guard letters.count > 1, digits.allSatisfy({ $0 <= 0x39 }) else { return [word] }
        if digits == [0x32], letters.count > 2, let root = malay.root(of: letters) { return [root] }
        return [word, letters, digits]
    }

    /// A number in words is also its digits.
    private func numbers(_ word: [UInt8]) -> [[UInt8]] {
        switch NumberKind(word[...]) {
        case .unit(let value), .tens(let value): [decimal(value)]
        default: []
        }
    }
}

/// Finds the root of a Malay word: every legal way to take affixes off is tried, and only one that ends at a known root
/// counts. A word without such an analysis is left alone, which is what keeps English and names whole.
final class MalayStemmer: Sendable {
    let roots: RootTable

    init(roots: RootTable) { self.roots = roots }

    /// What a Malay word is made of.
    enum Analysis {
        case root([UInt8])
        /// Two words written solid with affixes around them: `penambahbaikan`.
        case compound(whole: [UInt8], first: [UInt8], second: [UInt8])
    }

    /// Nil when the word has no root and is no compound.
    func analysis(of word: [UInt8]) -> Analysis? {
        if let key = roots.key(word[...]) { return .root(key) }
        if roots.weight(word[...]) != nil { return .root(word) }
        guard word.count > 3 else { return nil }
        if let half = doubled(word), let root = root(of: half) { return .root(root) }
        var search = RootSearch(self)
        search.run(word)
        if let root = search.root { return .root(roots.key(root.letters[...]) ?? root.letters) }
        guard let compound = search.compound else { return nil }
        let (whole, split) = (compound.letters, search.split)
        return .compound(whole: whole, first: Array(whole[..<split]), second: Array(whole[split...]))
    }

    /// The root, or nil when the word is none and has none.
    func root(of word: [UInt8]) -> [UInt8]? {
        if case .root(let root) = analysis(of: word) { return root }
        return nil
    }

    /// `maklumatmaklumat`, as a lost hyphen leaves it.
    func doubled(_ word: [UInt8]) -> [UInt8]? {
        guard word.count >= 6, word.count % 2 == 0 else { return nil }
        let half = word.count / 2
        return word[..<half].elementsEqual(word[half...]) ? Array(word[..<half]) : nil
    }
}

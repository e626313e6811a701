/// Finds the root of a Malay word: every legal way to take affixes off is tried, and only one that ends at a known root
/// counts. A word without such an analysis is left alone, which is what keeps English and names whole.
final class MalayStemmer: Sendable {
    let roots: RootTable

    init(roots: RootTable) { self.roots = roots }

    /// The root, or nil when the word is none and has none.
    func root(of word: [UInt8]) -> [UInt8]? {
        if let key = roots.key(word[...]) { return key }
        if roots.weight(word[...]) != nil { return word }
        guard word.count > 3 else { return nil }
        if let half = doubled(word), let root = root(of: half) { return root }
        var search = RootSearch(self)
        search.run(word)
        return search.best.map { roots.key($0[...]) ?? $0 }
    }

    /// `maklumatmaklumat`, as a lost hyphen leaves it.
    func doubled(_ word: [UInt8]) -> [UInt8]? {
        guard word.count >= 6, word.count % 2 == 0 else { return nil }
        let half = word.count / 2
        return word[..<half].elementsEqual(word[half...]) ? Array(word[..<half]) : nil
    }

    /// The two words of a compound that is written solid with affixes around it: `penambahbaikan`.
    func compound(in word: [UInt8]) -> (whole: [UInt8], first: [UInt8], second: [UInt8])? {
        guard word.count >= 8 else { return nil }
        var search = RootSearch(self)
        search.findsCompounds = true
        search.run(word)
        guard let best = search.best, search.split > 0 else { return nil }
        return (best, Array(best[..<search.split]), Array(best[search.split...]))
    }
}

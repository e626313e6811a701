/// Tells which families a word belongs to; one analyzer serves pages, queries and both languages.
public struct Analyzer: Sendable {
    public init(_ lexicon: Lexicon) {}

    /// The word's keys: first the one that joins its family, then others that it also meets.
    func keys(of word: [UInt8]) -> [[UInt8]] {
        [word]
    }
}

public import SearchCore

/// The words' data that every site starts from; sources and licences stand in `Lexicon/README.md`.
public enum DefaultLexicon {
    public static let lexicon = Lexicon(
        roots: text("roots-ms.tsv") + text("words-ms.txt"), families: text("families-ms.tsv"),
        synonyms: text("synonyms.txt"),
        shorthand: text("shorthand.txt"), functionWords: text("function-words.txt"))

    /// Names of the data files, as a site may bring its own additions to them.
    public static var names: [String] { EmbeddedLexicon.paths }

    /// One of the files; empty when there is none of the name.
    public static func text(_ name: String) -> [UInt8] { EmbeddedLexicon.bytes(name) ?? [] }
}

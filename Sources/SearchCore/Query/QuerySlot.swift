/// One word of the query and all that may stand for it.
struct QuerySlot {
    var word: ParsedQuery.Word
    /// How much the word counts, in 256ths.
    var weight: Int32 = 256
    /// The word as written and its families: their worth is added up.
    var exact: [MatchList] = []
    /// Other words for it: the best of them counts, if it is more than the word itself.
    var alternatives: [Alternative] = []
    /// Written forms that are marked in excerpts, with how near they are to what was asked, in 256ths.
    var forms: [(form: [UInt8], weight: Int32)] = []

    var isKnown: Bool { !exact.isEmpty || !alternatives.isEmpty }

    /// A word or several that stand for the slot; several count only where all of them are.
    struct Alternative {
        var lists: [MatchList]
        var weight: Int32
    }
}

/// A list of the index that a slot matches.
struct MatchList {
    var shard: TermShardReader
    var entry: TermShardReader.FoundEntry
    /// In 256ths.
    var weight: Int32
    /// Documents by which its rarity is judged.
    var documents: Int
}

/// One word of the query and all that may stand for it.
struct QuerySlot {
    var word: ParsedQuery.Word
    /// The key by which its synonyms are found.
    var key: [UInt8] = []
    var isFunctionWord = false
    /// How much the word counts, in 256ths.
    var weight: Int32 = 256
    /// The word as written and its families: their worth is added up.
    var exact: [MatchList] = []
    /// Other words for it: the best of them counts, if it is more than the word itself.
    var alternatives: [Alternative] = []
    /// Written forms that are marked in excerpts, with how near they are to what was asked, in 256ths.
    var forms: [(form: [UInt8], weight: Int32)] = []
    /// What the word was corrected to.
    var correction: [UInt8]?
    /// The correction joins the word with the next (1) or with the one before (-1).
    var correctionJoins = 0

    var isKnown: Bool { !exact.isEmpty || !alternatives.isEmpty }

    /// A word or several that stand for the slot; several count only where all of them are.
    struct Alternative {
        var lists: [MatchList]
        var weight: Int32
    }

    init(word: ParsedQuery.Word) { self.word = word }

    /// A word counts by its written form and its family together. Where the index lacks the form, the weights of what stands for
    /// it grow by that sum, or the query's other words would outweigh it.
    mutating func makeUpForMissingForm() {
        let whole = 256 + RankingWeights.family
        if exact.allSatisfy({ $0.weight <= RankingWeights.family }) {
            for place in exact.indices { exact[place].weight = scaled(exact[place].weight, by: whole) }
        }
        guard exact.isEmpty else { return }
        for place in alternatives.indices { alternatives[place].weight = scaled(alternatives[place].weight, by: whole) }
    }

    /// How rare the slot is, by its commonest list.
    func rarity(of total: Int) -> Int32 {
        var documents = 1
        for list in exact { documents = max(documents, list.documents) }
        for alternative in alternatives where exact.isEmpty {
            for list in alternative.lists { documents = max(documents, list.documents) }
        }
        return inverseFrequency(documents: documents, of: total)
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

    /// The written forms that the list is of.
    var forms: [[UInt8]] { entry.forms.isEmpty ? [entry.name] : entry.forms }
}

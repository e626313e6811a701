extension TextCounts {
    /// What the files of an index will hold, nearly: a rare word is spelt once in each section that has it.
    init(
        _ segments: [IndexSegment], _ merge: TermMerge, _ vocabulary: VocabularyPlan, _ families: FamilyList,
        _ ranks: [Int32]
    ) {
        for (number, segment) in segments.enumerated() {
            for index in symbols.indices { symbols[index] += segment.textCounts.symbols[index] }
            for index in literals.indices { literals[index] += segment.textCounts.literals[index] }
            for word in ranks.indices {
                guard let place = merge.place(of: word, in: number) else { continue }
                add(
                    Int(segment.textCounts.words[segment.order[place].number]), of: merge.words[word], ranks[word],
                    documents: segment.sections.runs.count(place) + segment.pageFields.runs.count(place))
            }
        }
        let words = vocabulary.words
        var previous: ArraySlice<UInt8> = []
        for word in 0..<words.count {
            shared[min(TextCodes.shared(words[word], previous), TextCodes.sharedCount)] += 1
            LetterCode.count(words[word], in: &letters)
            previous = words[word]
        }
        vocabulary.forEachReversed { LetterCode.count($0, in: &letters) }
        for family in 0..<families.count { LetterCode.count(families.keys[family], in: &letters) }
    }

    private mutating func add(_ count: Int, of word: ArraySlice<UInt8>, _ rank: Int32, documents: Int) {
        guard rank < 0 else {
            symbols[Int.bitWidth - 1 - (Int(rank) + 1).leadingZeroBitCount] += count
            return
        }
        let spelt = min(count, documents)
        symbols[TextSymbol.spelt] += spelt
        symbols[TextSymbol.remembered] += count - spelt
        LetterCode.count(word, weight: spelt, in: &letters)
    }
}

/// What is done to a query's words before the index is asked: shorthand is written out, citations are read as one word.
struct QueryRewriter {
    let lists: WordLists

    /// Words of the query as they are searched; what shorthand stands for takes the place of the shorthand.
    func rewritten(_ words: [ParsedQuery.Word]) -> [ParsedQuery.Word] {
        var result: [ParsedQuery.Word] = []
        var place = 0
        while place < words.count {
            if let entry = entry(words, at: place) {
                for meaning in entry.meaning { result.append(word(meaning, words[place...], entry)) }
                place += entry.short.count
            } else {
                result.append(words[place])
                place += 1
            }
        }
        return Array((result + citations(words)).prefix(ParsedQuery.wordLimit))
    }

    /// The longest shorthand at a place; none inside quotes.
    private func entry(_ words: [ParsedQuery.Word], at place: Int) -> WordLists.Shorthand? {
        var best: WordLists.Shorthand?
        for entry in lists.shorthand where entry.short.count > best?.short.count ?? 0 {
            guard place + entry.short.count <= words.count else { continue }
            let matches = entry.short.indices.allSatisfy {
                words[place + $0].term == entry.short[$0] && words[place + $0].phrase == 0
            }
            if matches { best = entry }
        }
        return best
    }

    private func word(_ term: [UInt8], _ words: ArraySlice<ParsedQuery.Word>, _ entry: WordLists.Shorthand)
        -> ParsedQuery.Word
    {
        var word = words[words.startIndex]
        word.range = word.range.lowerBound..<words[words.startIndex + entry.short.count - 1].range.upperBound
        word.term = term
        word.isRewritten = true
        word.shorthand = entry.short.filter { !entry.meaning.contains($0) }
        return word
    }

    /// Citations, numbers in words and hyphenated words: each is also one word of its own.
    private func citations(_ words: [ParsedQuery.Word]) -> [ParsedQuery.Word] {
        var found: [ParsedQuery.Word] = []
        var reader = SequenceReader()
        for (place, word) in words.enumerated() {
            for part in parts(word) {
                reader.read(NumberKind(part[...]), separator: word.separator)
                add(reader, word, &found)
            }
            guard place > 0, word.separator == 0x2D, word.isExcluded == words[place - 1].isExcluded else { continue }
            if let joined = joinedByHyphen(words[place - 1].term[...], word.term[...]) { add(joined, word, &found) }
        }
        reader.finish()
        if let last = words.last { add(reader, last, &found) }
        return found
    }

    /// `pkpa1` as `pkpa` and `1`.
    private func parts(_ word: ParsedQuery.Word) -> [[UInt8]] {
        guard let end = word.term.firstIndex(where: { $0 <= 0x39 }), end > 1 else { return [word.term] }
        return [Array(word.term[..<end]), Array(word.term[end...])]
    }

    private func add(_ reader: SequenceReader, _ word: ParsedQuery.Word, _ found: inout [ParsedQuery.Word]) {
        if let number = reader.number { add(decimal(number), word, &found) }
        if let citation = reader.citation { add(citationTerm(citation.number, citation.year), word, &found) }
    }

    private func add(_ term: [UInt8], _ word: ParsedQuery.Word, _ found: inout [ParsedQuery.Word]) {
        var derived = word
        derived.term = term
        derived.isDerived = true
        derived.phrase = 0
        found.append(derived)
    }
}

/// What analysis makes of a line of text, for `panduan analyze`.
public struct AnalyzedLine: Sendable {
    /// Keys in the order of the words; of a single word, first the one that its family is conflated by.
    public private(set) var keys: [[UInt8]] = []
    /// For each word and for what several words make, its keys and by which rule.
    public private(set) var explanations: [[UInt8]] = []

    fileprivate mutating func add(_ word: [UInt8], _ keys: [[UInt8]], _ rule: [UInt8]) {
        self.keys += keys
        let list = keys.map { [0x20] + $0 }.joined()
        explanations.append(word + [UInt8](literal: " →") + list + [UInt8](literal: ": ") + rule)
    }
}

extension Analyzer {
    /// The keys of all words of a line, with numbers and citations that several words make.
    public func analyze(_ line: [UInt8]) -> AnalyzedLine {
        var result = AnalyzedLine()
        var sequences = SequenceReader()
        forEachToken(line[...]) { token, _, separator in
            let keys = keys(of: token)
            result.add(token, keys, rule(token, keys))
            sequences.read(NumberKind(token[...]), separator: separator)
            add(sequences, &result)
        }
        sequences.finish()
        add(sequences, &result)
        return result
    }

    /// The words of a text as they are searched.
    public static func words(in text: [UInt8]) -> [[UInt8]] { tokens(text[...]) }

    /// Whether the word is a Malay one, or comes from a Malay root.
    public func isMalay(_ word: [UInt8]) -> Bool { malay.analysis(of: word) != nil }

    /// The Porter2 stem of each word, and the word where it is another; apostrophes are part of a word.
    public static func analyzeEnglish(_ line: [UInt8]) -> AnalyzedLine {
        var result = AnalyzedLine()
        for part in line.split(whereSeparator: { $0 <= 0x20 }) {
            let word = part.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
            let isWord = word.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 == 0x27 }
            for word in isWord ? [word] : tokens(word[...]) {
                let stem = EnglishStemmer.stem(word)
                result.add(word, stem == word ? [word] : [stem, word], [UInt8](literal: "Porter2"))
            }
        }
        return result
    }

    private func add(_ sequences: SequenceReader, _ result: inout AnalyzedLine) {
        if let number = sequences.number {
            result.add(decimal(number), [decimal(number)], [UInt8](literal: "a number in words"))
        }
        if let citation = sequences.citation {
            let term = citationTerm(citation.number, citation.year)
            result.add(term, [term], [UInt8](literal: "a citation"))
        }
    }

    private func rule(_ token: [UInt8], _ keys: [[UInt8]]) -> [UInt8] {
        if malay.roots.key(token[...]) != nil { return [UInt8](literal: "listed with its family") }
        if malay.roots.weight(token[...]) != nil { return [UInt8](literal: "a Malay root") }
        if keys.count == 1, keys != [token], hasDigit(token[...]) { return [UInt8](literal: "a Malay word twice") }
        if hasDigit(token[...]) { return [UInt8](literal: keys.count > 1 ? "letters and digits" : "as written") }
        var search = RootSearch(malay)
        search.run(token)
        if let found = search.root, keys.first == malay.root(of: token) { return affixes(found.step) }
        if malay.root(of: token) != nil { return [UInt8](literal: "a Malay word twice") }
        if keys.count == 3, let found = search.compound {
            return [UInt8](literal: "two Malay roots written solid; ") + affixes(found.step)
        }
        return [UInt8](literal: keys.count > 1 ? "as written, and its English stem" : "as written")
    }

    private func affixes(_ step: RootSearch.Step) -> [UInt8] {
        let names: [StaticString] = ["di-", "se-", "ke-", "ter-", "ber-", "per-", "meN-", "peN-"]
        let prefixes = MalayPrefix.all.filter { step.used & $0.bit != 0 }
        let ordered = prefixes.filter { $0 == step.outermost } + prefixes.filter { $0 != step.outermost }
        var parts = ordered.map { [UInt8](literal: names[Int($0.rawValue)]) }
        switch step.suffix {
        case .none: break
        case .kan: parts.append([UInt8](literal: "-kan"))
        case .an: parts.append([UInt8](literal: "-an"))
        case .i: parts.append([UInt8](literal: "-i"))
        }
        if Int(step.affixes) > parts.count { parts.append([UInt8](literal: "particle or clitic")) }
        return [UInt8](literal: "Malay, without ") + Array(parts.joined(separator: [UInt8](literal: ", ")))
    }
}

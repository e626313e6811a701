/// What analysis makes of a line of text, for `panduan analyze`.
public struct AnalyzedLine: Sendable {
    /// Keys in the order of the words; of a single word, first the one that its family is conflated by.
    public var keys: [[UInt8]] = []
    /// For each word, its keys and by which rule, as one line each.
    public var explanations: [[UInt8]] = []
}

extension Analyzer {
    /// The keys of all words of a line, with numbers and citations that several words make.
    public func analyze(_ line: [UInt8]) -> AnalyzedLine {
        var result = AnalyzedLine()
        var sequences = SequenceReader()
        forEachToken(line[...]) { token, _, separator in
            let keys = keys(of: token)
            result.keys += keys
            result.explanations.append(explanation(token, keys))
            sequences.read(NumberKind(token[...]), separator: separator)
            add(sequences, &result)
        }
        sequences.finish()
        add(sequences, &result)
        return result
    }

    private func add(_ sequences: SequenceReader, _ result: inout AnalyzedLine) {
        if let number = sequences.number { add(decimal(number), "a number in words", &result) }
        if let citation = sequences.citation {
            add(citationTerm(citation.number, citation.year), "a citation", &result)
        }
    }

    private func add(_ key: [UInt8], _ rule: StaticString, _ result: inout AnalyzedLine) {
        result.keys.append(key)
        result.explanations.append(key + [UInt8](literal: ": ") + [UInt8](literal: rule))
    }

    private func explanation(_ token: [UInt8], _ keys: [[UInt8]]) -> [UInt8] {
        var text = token + [UInt8](literal: " →")
        for key in keys { text += [0x20] + key }
        return text + [UInt8](literal: ": ") + [UInt8](literal: rule(token, keys))
    }

    private func rule(_ token: [UInt8], _ keys: [[UInt8]]) -> StaticString {
        if malay.roots.key(token[...]) != nil { return "kept as a family of its own" }
        if malay.roots.weight(token[...]) != nil { return "a Malay root" }
        if hasDigit(token[...]) { return keys.count > 1 ? "letters and digits" : "as written" }
        if malay.root(of: token) != nil { return "Malay affixes taken off a known root" }
        if malay.compound(in: token) != nil { return "a Malay compound written solid" }
        return keys.count > 1 ? "as written, and its English stem" : "as written"
    }
}

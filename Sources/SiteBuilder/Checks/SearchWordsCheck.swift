import Diagnostics
import SearchCore
import SearchStore

/// Checks the words that a site adds to search: groups of like meaning, and shorthand.
struct SearchWordsCheck {
    private let additions: [String: [UInt8]]
    private let segments: [IndexSegment]
    private let tree: SourceTree
    private var diagnostics: [Diagnostic] = []
    private lazy var analyzer = Analyzer(DefaultLexicon.lexicon)
    private lazy var listed = Set(
        ["synonyms.txt", "shorthand.txt", "function-words.txt"].flatMap { Analyzer.words(in: DefaultLexicon.text($0)) })

    init(_ settings: SearchSettings, _ segments: [IndexSegment], _ tree: SourceTree) {
        additions = settings.additions
        self.segments = segments
        self.tree = tree
    }

    func check() -> [Diagnostic] {
        var check = self
        check.checkSynonyms()
        check.checkShorthand()
        return check.diagnostics
    }

    /// The lines of a file that are neither empty nor comments, cut at the separators.
    private func lines(_ name: String, _ separators: Set<Character>) -> [(line: Int, parts: [WordListPart])] {
        let text = String(decoding: additions[name] ?? [], as: UTF8.self)
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        return lines.enumerated().compactMap { number, line in
            if line.first == "#" || line.allSatisfy(\.isWhitespace) { return nil }
            return (number + 1, WordListPart.parts(of: line, at: separators))
        }
    }

    private mutating func report(
        _ id: String, _ severity: Diagnostic.Severity, _ message: String, _ file: String, _ line: Int,
        _ part: WordListPart?, help: String
    ) {
        let place = SourceLocation(file: tree.displayPath("_search/" + file), line: line, column: part?.column ?? 1)
        diagnostics.append(Diagnostic(id, severity, message, at: place, help: help))
    }

    /// A word that no page has and that search's own data does not know is probably misspelt.
    private mutating func reportUnknown(_ part: WordListPart, _ file: String, _ line: Int, help: String) {
        for word in part.words where !isKnown(word) {
            report(
                "unknown-word", .warning,
                "no page has '\(String(decoding: word, as: UTF8.self))', nor does search know it",
                file, line, part, help: help)
        }
    }

    private mutating func isKnown(_ word: [UInt8]) -> Bool {
        let isPlain = word.allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
        if !isPlain || word.count < 3 || listed.contains(word) || analyzer.isMalay(word) { return true }
        let keys = [word] + analyzer.keys(of: word)
        return segments.contains { segment in keys.contains { segment.contains($0) } }
    }
}

// Groups of like meaning.
extension SearchWordsCheck {
    private mutating func checkSynonyms() {
        let file = "synonyms.txt"
        var owners: [[[UInt8]]: (line: Int, isLoose: Bool)] = [:]
        for (line, parts) in lines(file, [",", "="]) {
            checkForm(parts, file, line)
            for part in parts where !part.words.isEmpty {
                let isLoose = part.text.contains("~")
                if let owner = owners[part.words], owner.line == line || !owner.isLoose && !isLoose {
                    let place = owner.line == line ? "twice in its group" : "in the group of line \(owner.line) too"
                    report(
                        "word-clash", .warning, "'\(part.text)' stands \(place)", file, line, part,
                        help: "make one group of them, or write ~ after it where it only comes near")
                } else {
                    owners[part.words] = (line, isLoose)
                }
                reportUnknown(
                    part, file, line,
                    help: "mend its spelling; what only readers type belongs in shorthand.txt: \(part.text)|meaning")
            }
        }
    }

    private mutating func checkForm(_ parts: [WordListPart], _ file: String, _ line: Int) {
        let help = "write words of like meaning with commas between: aduan, rungutan = complaint"
        if parts.count(where: { $0.separator == "=" }) > 1 {
            report("bad-words", .error, "the group has more than one '='", file, line, nil, help: help)
        }
        if let empty = parts.first(where: { $0.words.isEmpty }) {
            report("bad-words", .error, "a word of the group is missing", file, line, empty, help: help)
        } else if parts.count < 2 {
            report("bad-words", .error, "a group needs two words", file, line, parts.first, help: help)
        }
        for part in parts where part.words.count > 4 {
            report("bad-words", .error, "'\(part.text)' has more than four words", file, line, part, help: "shorten it")
        }
    }
}

// Shorthand.
extension SearchWordsCheck {
    private mutating func checkShorthand() {
        let file = "shorthand.txt"
        var entries: [[[UInt8]]: (line: Int, meaning: WordListPart)] = [:]
        for (line, parts) in lines(file, ["|"]) {
            guard parts.count > 1, (1...2).contains(parts[0].words.count), !parts[1].words.isEmpty else {
                report(
                    "bad-words", .error, "this is no shorthand of one or two words", file, line, parts.first,
                    help: "write short|meaning, such as brp|berapa")
                continue
            }
            if let first = entries[parts[0].words] {
                if first.meaning.words != parts[1].words {
                    report(
                        "word-clash", .error,
                        "'\(parts[0].text)' stands for '\(first.meaning.text)' in line \(first.line)",
                        file, line, parts[0], help: "keep one of the two")
                }
                continue
            }
            entries[parts[0].words] = (line, parts[1])
            reportUnknown(parts[1], file, line, help: "write what it stands for in words that pages use")
        }
        for (short, entry) in entries {
            var meaning = entry.meaning.words
            var steps = 0
            while meaning != short, steps < entries.count, let next = entries[meaning] {
                meaning = next.meaning.words
                steps += 1
            }
            guard meaning == short else { continue }
            report(
                "word-cycle", .error, "this shorthand stands for itself in the end", file, entry.line, nil,
                help: "write out what it means")
        }
    }
}

/// A word or some words between separators of a list.
struct WordListPart {
    var text: String
    var words: [[UInt8]]
    /// In characters, from 1.
    var column: Int
    /// What stands before it.
    var separator: Character?

    static func parts(of line: Substring, at separators: Set<Character>) -> [WordListPart] {
        var parts: [WordListPart] = []
        var column = 1
        var separator: Character?
        for piece in line.split(omittingEmptySubsequences: false, whereSeparator: { separators.contains($0) }) {
            let start = piece.prefix { $0.isWhitespace }.count
            let text = piece.dropFirst(start)
            let end = text.lastIndex { !$0.isWhitespace }
            let trimmed = end.map { String(text[...$0]) } ?? ""
            parts.append(
                WordListPart(
                    text: trimmed, words: Analyzer.words(in: Array(trimmed.utf8)),
                    column: column + (trimmed.isEmpty ? 0 : start), separator: separator))
            column += piece.count + 1
            separator = piece.endIndex < line.endIndex ? line[piece.endIndex] : nil
        }
        return parts
    }
}

import Diagnostics

/// Reads Moodle's GIFT format: comments, categories, and questions of every kind that the format has.
struct GIFTReader {
    private typealias Line = (number: Int, text: Substring)

    private(set) var questions: [GIFTQuestion] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var losses: [ExchangeLoss] = []
    private let file: String

    init(_ text: String, file: String) {
        self.file = file
        var block: [Line] = []
        let text = text.unicodeScalars.first == "\u{FEFF}" ? text.dropFirst() : text[...]
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        for (number, line) in (lines + [""]).enumerated() {
            let trimmed = line.drop(while: \.isWhitespace)
            if trimmed.hasPrefix("//") { continue }
            if trimmed.hasPrefix("$CATEGORY:") {
                lose("the category is left out: \(String(trimmed.dropFirst(10)).trimmingSpace)", number + 1)
            } else if trimmed.isEmpty {
                read(block[...])
                block = []
            } else {
                block.append((number + 1, line))
            }
        }
    }

    mutating func lose(_ message: String, _ line: Int) {
        losses.append(ExchangeLoss(file: file, line: line, message: message))
    }

    mutating func fail(_ id: String, _ message: String, _ line: Int, help: String) {
        let location = SourceLocation(file: file, line: line, column: 1)
        diagnostics.append(Diagnostic(id, .error, message, at: location, help: help))
    }

    /// What stands between two empty lines: a question, or several that no empty line parts.
    private mutating func read(_ block: ArraySlice<Line>) {
        guard let line = block.first?.number else { return }
        let whole = Substring(block.map(\.text).joined(separator: "\n"))
        let source = withoutName(whole, line)
        guard let open = GIFTSyntax.index(of: "{", in: source) else {
            let text = GIFTSyntax.text(source, isHTML: false)
            return questions.append(GIFTQuestion(text: text, answer: .description, line: line))
        }
        let inner = source[source.index(after: open)...]
        let close = GIFTSyntax.index(of: "}", in: inner)
        guard let close, GIFTSyntax.index(of: "{", in: inner[..<close]) == nil else {
            return fail(
                "gift-unclosed", "the answers of this question have no end", line,
                help: "close them with '}'; write '\\{' for a brace of the text")
        }
        var tail = inner[inner.index(after: close)...]
        var next: Substring.Index?
        if let second = GIFTSyntax.index(of: "{", in: tail) {
            next = tail[..<second].firstIndex(of: "\n")
            guard let next else {
                return fail(
                    "gift-second-answers", "this question has answers twice on one line", line,
                    help: "part questions by an empty line; write '\\{' for a brace of the text")
            }
            tail = tail[..<next]
        }
        append(source[..<open], inner[..<close], tail, line)
        if let next { read(block.dropFirst(whole[...next].count { $0 == "\n" })) }
    }

    private mutating func withoutName(_ source: Substring, _ line: Int) -> Substring {
        let source = source.drop(while: \.isWhitespace)
        guard source.hasPrefix("::"), let end = GIFTSyntax.index(of: "::", in: source.dropFirst(2)) else {
            return source
        }
        lose("the name is left out: \(GIFTSyntax.plain(source.dropFirst(2)[..<end]))", line)
        return source[source.index(end, offsetBy: 2)...]
    }

    private mutating func append(_ before: Substring, _ answers: Substring, _ after: Substring, _ line: Int) {
        var text = GIFTSyntax.text(before, isHTML: false)
        let tail = GIFTSyntax.plain(after)
        if !tail.isEmpty { text.text += " ____ " + tail }
        var answers = answers
        var feedback = GIFTText("")
        if let sign = GIFTSyntax.index(of: "####", in: answers) {
            feedback = GIFTSyntax.text(answers[answers.index(sign, offsetBy: 4)...], isHTML: text.isHTML)
            answers = answers[..<sign]
        }
        let source = answers.trimming(while: \.isWhitespace)
        guard let answer = answer(source, isHTML: text.isHTML, line: line) else { return }
        questions.append(GIFTQuestion(text: text, answer: answer, feedback: feedback, line: line))
    }
}

import Diagnostics

/// Reads Moodle's GIFT format: comments, categories, and questions of every kind that the format has.
struct GIFTReader {
    private(set) var questions: [GIFTQuestion] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var losses: [ExchangeLoss] = []
    private let file: String

    init(_ text: String, file: String) {
        self.file = file
        var block: [Substring] = []
        var first = 1
        let lines: [Substring] = text.replacing("\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in (lines + [""]).enumerated() {
            let trimmed = line.drop(while: \.isWhitespace)
            if trimmed.hasPrefix("//") { continue }
            if trimmed.hasPrefix("$CATEGORY:") {
                losses.append(
                    ExchangeLoss(
                        file: file, line: number + 1, message: "the category is left out: \(trimmed.dropFirst(10))"))
            } else if trimmed.isEmpty {
                if !block.isEmpty { read(block.joined(separator: "\n"), line: first) }
                block = []
            } else {
                if block.isEmpty { first = number + 1 }
                block.append(line)
            }
        }
    }

    /// One question: what stands between two empty lines.
    private mutating func read(_ source: String, line: Int) {
        var source = Substring(source)
        if source.hasPrefix("::"), let end = Self.index(of: "::", in: source.dropFirst(2)) {
            source = source[source.index(end, offsetBy: 2)...]  // the name of the question, which Moodle shows nobody
        }
        guard let open = Self.index(of: "{", in: source) else {
            append(source, "", .description, line)
            return
        }
        let inner = source[source.index(after: open)...]
        guard let close = Self.index(of: "}", in: inner) else {
            diagnostics.append(
                Diagnostic(
                    "gift-unclosed", .error, "the answers of this question have no end",
                    at: SourceLocation(file: file, line: line, column: 1), help: "close them with '}'"))
            return
        }
        var answers = inner[..<close]
        var feedback = ""
        if let sign = Self.index(of: "####", in: answers) {
            feedback = Self.plain(answers[answers.index(sign, offsetBy: 4)...])
            answers = answers[..<sign]
        }
        let tail = Self.plain(inner[inner.index(after: close)...])
        let answer = self.answer(answers.trimming(while: \.isWhitespace), line: line)
        append(source[..<open], tail, answer, line, feedback)
    }

    private mutating func append(
        _ text: Substring, _ tail: String, _ answer: GIFTQuestion.Answer, _ line: Int, _ feedback: String = ""
    ) {
        var words = Self.plain(text)
        for format in ["[html]", "[markdown]", "[plain]", "[moodle]"] where words.hasPrefix(format) {
            words = Self.plain(words.dropFirst(format.count))
            if format == "[html]", words.contains("<") {
                losses.append(ExchangeLoss(file: file, line: line, message: "the tags of HTML text stand as text"))
            }
        }
        if !tail.isEmpty { words += " ____ " + tail }
        questions.append(GIFTQuestion(text: words, answer: answer, feedback: feedback, line: line))
    }

    // MARK: Answers

    private mutating func answer(_ source: Substring, line: Int) -> GIFTQuestion.Answer {
        if source.isEmpty { return .essay }
        if source.hasPrefix("#") { return .numbers(numbers(source.dropFirst(), line)) }
        let truth = source.prefix { $0.isLetter }
        if let isTrue = ["T": true, "TRUE": true, "F": false, "FALSE": false][truth.uppercased()] {
            let parts = Self.parts(source.dropFirst(truth.count), at: ["#"]).map { Self.plain($0.text) }
            return .truth(isTrue, ifWrong: parts.first ?? "", ifRight: parts.dropFirst().first ?? "")
        }
        let parts = Self.parts(source, at: ["=", "~"])
        if parts.allSatisfy({ $0.sign == "=" && Self.index(of: "->", in: $0.text) != nil }) {
            return .pairs(parts.map(pair))
        }
        let choices = parts.map { choice($0.sign, $0.text) }
        if parts.allSatisfy({ $0.sign == "=" }) { return .words(choices) }
        let right = choices.filter { $0.weight > 0 }
        if parts.allSatisfy({ $0.sign == "~" }), right.count > 1 || !right.contains(where: { $0.weight == 100 }) {
            return .choices(choices)
        }
        if choices.contains(where: { $0.weight > 0 && $0.weight < 100 }) {
            losses.append(ExchangeLoss(file: file, line: line, message: "choices that are partly right count as wrong"))
        }
        return .choice(
            choices.map {
                GIFTQuestion.Choice(text: $0.text, weight: $0.weight == 100 ? 100 : 0, feedback: $0.feedback)
            })
    }

    private func choice(_ sign: Character, _ source: Substring) -> GIFTQuestion.Choice {
        var source = source.drop(while: \.isWhitespace)
        var weight = sign == "=" ? 100.0 : 0
        if source.first == "%", let end = source.dropFirst().firstIndex(of: "%"),
            let number = Double(source[source.index(after: source.startIndex)..<end])
        {
            weight = number
            source = source[source.index(after: end)...]
        }
        let parts = Self.parts(source, at: ["#"], first: "#")
        return GIFTQuestion.Choice(
            text: Self.plain(parts[0].text), weight: weight,
            feedback: parts.dropFirst().first.map { Self.plain($0.text) } ?? "")
    }

    private func pair(_ part: (sign: Character, text: Substring)) -> (left: String, right: String) {
        let arrow = Self.index(of: "->", in: part.text)!
        return (Self.plain(part.text[..<arrow]), Self.plain(part.text[part.text.index(arrow, offsetBy: 2)...]))
    }

    /// `10:1`, `9..11`, or several of these after `=`.
    private mutating func numbers(_ source: Substring, _ line: Int) -> [GIFTQuestion.Number] {
        let parts =
            source.contains("=") ? Self.parts(source, at: ["=", "~"]).filter { $0.sign == "=" }.map(\.text) : [source]
        return parts.compactMap { part in
            let text = Self.plain(Self.parts(part, at: ["#"], first: "#")[0].text)
            let number = Self.number(text)
            if number == nil {
                diagnostics.append(
                    Diagnostic(
                        "gift-number", .error, "'\(text)' is no number",
                        at: SourceLocation(file: file, line: line, column: 1), help: "write 10:1 or 9..11"))
            }
            if part.contains("%") {
                losses.append(
                    ExchangeLoss(file: file, line: line, message: "numbers that are partly right count as right"))
            }
            return number
        }
    }

    private static func number(_ text: String) -> GIFTQuestion.Number? {
        let text = text.hasPrefix("%") ? String(text.dropFirst().drop { $0 != "%" }.dropFirst()) : text
        if let dots = text.firstRange(of: "..") {
            guard let low = Double(text[..<dots.lowerBound]), let high = Double(text[dots.upperBound...]) else {
                return nil
            }
            return GIFTQuestion.Number(value: written((low + high) / 2), tolerance: written((high - low) / 2))
        }
        let parts: [Substring] = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, Double(parts[0]) != nil else { return nil }
        let tolerance = parts.count == 2 ? String(parts[1]) : "0"
        guard Double(tolerance) != nil else { return nil }
        return GIFTQuestion.Number(value: String(parts[0]), tolerance: tolerance)
    }

    private static func written(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }

    // MARK: Escapes

    /// Where `sign` stands without a backslash before it.
    private static func index(of sign: String, in text: Substring) -> Substring.Index? {
        var at = text.startIndex
        while at < text.endIndex {
            if text[at] == "\\" {
                at = text.index(at, offsetBy: 2, limitedBy: text.endIndex) ?? text.endIndex
            } else if text[at...].hasPrefix(sign) {
                return at
            } else {
                at = text.index(after: at)
            }
        }
        return nil
    }

    /// What stands behind each of the signs; with `first`, what stands before them comes first, under that sign.
    private static func parts(
        _ text: Substring, at signs: Set<Character>, first: Character? = nil
    ) -> [(sign: Character, text: Substring)] {
        var parts: [(sign: Character, text: Substring)] = []
        var sign = first
        var start = text.startIndex
        var at = start
        while at < text.endIndex {
            if text[at] == "\\" {
                at = text.index(at, offsetBy: 2, limitedBy: text.endIndex) ?? text.endIndex
                continue
            }
            if signs.contains(text[at]) {
                if let sign { parts.append((sign, text[start..<at])) }
                sign = text[at]
                start = text.index(after: at)
            }
            at = text.index(after: at)
        }
        if let sign { parts.append((sign, text[start...])) }
        return parts
    }

    /// Without escapes and the spaces around it.
    private static func plain(_ text: Substring) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                result.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return String(Substring(result).trimming(while: \.isWhitespace))
    }
}

extension Substring {
    fileprivate func trimming(while isDropped: (Character) -> Bool) -> Substring {
        var text = drop(while: isDropped)
        while let last = text.last, isDropped(last) { text.removeLast() }
        return text
    }
}

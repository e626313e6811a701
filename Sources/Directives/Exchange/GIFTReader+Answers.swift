// What stands between the braces of a question.
extension GIFTReader {
    /// - Parameter isHTML: whether the question is, which its answers are then too if they name no format.
    /// - Returns: nil when there is no answer to be made of it, which is reported.
    mutating func answer(_ source: Substring, isHTML: Bool, line: Int) -> GIFTQuestion.Answer? {
        if source.isEmpty { return .essay }
        if source.hasPrefix("#") { return .numbers(numbers(source.dropFirst(), line)) }
        if let truth = truth(source, isHTML) { return truth }
        let parts = GIFTSyntax.parts(source, at: ["=", "~"])
        guard let first = source.first, "=~".contains(first) else {
            fail("gift-answers", "these answers begin with no sign", line, help: "write '{=right ~wrong}'")
            return nil
        }
        if parts.allSatisfy({ $0.sign == "=" && GIFTSyntax.index(of: "->", in: $0.text) != nil }) {
            return .pairs(pairs(parts.map(\.text), isHTML, line))
        }
        let choices = parts.map { choice($0.sign, $0.text, isHTML) }
        if choices.contains(where: \.text.isEmpty) { failEmpty(line) }
        if parts.allSatisfy({ $0.sign == "=" }) { return .words(choices.map(typed)) }
        let right = choices.filter { $0.weight > 0 }
        if parts.allSatisfy({ $0.sign == "~" }), right.count > 1 || !right.contains(where: { $0.weight == 100 }) {
            return .choices(choices)
        }
        if choices.contains(where: { $0.weight > 0 && $0.weight < 100 }) {
            lose("choices that are partly right count as wrong", line)
        }
        return .choice(
            choices.map {
                GIFTQuestion.Choice(text: $0.text, weight: $0.weight == 100 ? 100 : 0, feedback: $0.feedback)
            })
    }

    private mutating func failEmpty(_ line: Int) {
        fail("gift-empty-answer", "an answer of this question says nothing", line, help: "write it, or take it out")
    }

    private func truth(_ source: Substring, _ isHTML: Bool) -> GIFTQuestion.Answer? {
        let word = source.prefix { $0.isLetter }
        let rest = source[word.endIndex...].drop(while: \.isWhitespace)
        guard let isTrue = ["T": true, "TRUE": true, "F": false, "FALSE": false][word.uppercased()],
            rest.isEmpty || rest.first == "#"
        else { return nil }
        let told = GIFTSyntax.parts(rest, at: ["#"]).map { GIFTSyntax.text($0.text, isHTML: isHTML) }
        return .truth(isTrue, ifWrong: told.first ?? GIFTText(""), ifRight: told.dropFirst().first ?? GIFTText(""))
    }

    private func choice(_ sign: Character, _ source: Substring, _ isHTML: Bool) -> GIFTQuestion.Choice {
        var source = source.drop(while: \.isWhitespace)
        var weight = sign == "=" ? 100.0 : 0
        if source.first == "%", let end = source.dropFirst().firstIndex(of: "%"),
            let number = Double(source[source.index(after: source.startIndex)..<end])
        {
            weight = number
            source = source[source.index(after: end)...]
        }
        let parts = GIFTSyntax.parts(source, at: ["#"], first: "#").map { GIFTSyntax.text($0.text, isHTML: isHTML) }
        return GIFTQuestion.Choice(
            text: parts[0], weight: weight, feedback: parts.dropFirst().first ?? GIFTText(""))
    }

    /// What is typed is never HTML.
    private func typed(_ choice: GIFTQuestion.Choice) -> GIFTQuestion.Choice {
        var choice = choice
        choice.text.isHTML = false
        return choice
    }

    private mutating func pairs(
        _ parts: [Substring], _ isHTML: Bool, _ line: Int
    ) -> [(left: GIFTText, right: GIFTText)] {
        parts.compactMap { part in
            guard let arrow = GIFTSyntax.index(of: "->", in: part) else { return nil }
            let left = GIFTSyntax.text(part[..<arrow], isHTML: isHTML)
            let right = GIFTSyntax.text(part[part.index(arrow, offsetBy: 2)...], isHTML: false)
            if right.isEmpty {
                failEmpty(line)
            } else if left.isEmpty {
                lose("an answer that belongs to nothing is left out: \(right.text)", line)
                return nil
            }
            return (left, right)
        }
    }

    // MARK: Numbers

    /// `10:1`, `9..11`, or several of these after `=`.
    private mutating func numbers(_ source: Substring, _ line: Int) -> [GIFTQuestion.Number] {
        var parts = GIFTSyntax.parts(source, at: ["=", "~"], first: "=")
        if parts.count > 1, parts[0].text.allSatisfy(\.isWhitespace) { parts.removeFirst() }
        if parts.contains(where: { $0.sign == "~" || GIFTSyntax.index(of: "#", in: $0.text) != nil }) {
            lose("what is told to each number is left out", line)
        }
        return parts.filter { $0.sign == "=" }.compactMap { part in
            var text = GIFTSyntax.plain(GIFTSyntax.parts(part.text, at: ["#"], first: "#")[0].text)
            if text.hasPrefix("%"), let end = text.dropFirst().firstIndex(of: "%") {
                if Double(text[..<end].dropFirst()) != 100 {
                    lose("numbers that are partly right count as right", line)
                }
                text = String(text[text.index(after: end)...]).trimmingSpace
            }
            let number = GIFTQuestion.Number(text)
            if number == nil { fail("gift-number", "'\(text)' is no number", line, help: "write 10:1 or 9..11") }
            return number
        }
    }
}

extension GIFTQuestion.Number {
    /// Of `10`, `10:1` or `9..11`; nil for what a quiz would not read as a number.
    fileprivate init?(_ text: String) {
        if let dots = text.firstRange(of: "..") {
            guard let low = Double(String(text[..<dots.lowerBound]).trimmingSpace),
                let high = Double(String(text[dots.upperBound...]).trimmingSpace)
            else { return nil }
            self.init(value: Self.written((low + high) / 2), tolerance: Self.written(abs(high - low) / 2))
        } else {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { String($0).trimmingSpace }
            guard parts.count <= 2, parts.allSatisfy({ Double($0) != nil }) else { return nil }
            self.init(value: Self.readable(parts[0]), tolerance: parts.count == 2 ? Self.readable(parts[1]) : "0")
        }
        if AnswerLine("= \(value) ± \(tolerance)")?.number == nil { return nil }
    }

    /// As it was written, unless a quiz reads no number there.
    private static func readable(_ text: String) -> String {
        AnswerLine("= " + text)?.number == nil ? Double(text).map(written) ?? text : text
    }

    /// Without what counting in twos adds to a decimal.
    private static func written(_ number: Double) -> String {
        if number == number.rounded() { return abs(number) < 1e15 ? String(Int(number)) : String(number) }
        let rounded = (number * 1e10).rounded() / 1e10
        return String(rounded == 0 ? number : rounded)
    }
}

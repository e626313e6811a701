/// One line of an HTML text: pieces of it, each as strong and emphasised as it is.
struct HTMLLine {
    private struct Run {
        var text: String
        var isStrong: Bool
        var isEmphasis: Bool
        var sign: String { (isStrong ? "**" : "") + (isEmphasis ? "*" : "") }
    }

    private var runs: [Run] = []

    /// White space counts as one space, as it does in HTML.
    mutating func add(_ text: String, isStrong: Bool, isEmphasis: Bool) {
        for character in text {
            let isSpace = character.isWhitespace
            if isSpace, runs.last?.text.last.map({ $0 == " " }) ?? true { continue }
            let new = Run(text: isSpace ? " " : String(character), isStrong: isStrong, isEmphasis: isEmphasis)
            if runs.last?.sign == new.sign { runs[runs.count - 1].text += new.text } else { runs.append(new) }
        }
    }

    /// - Parameter dropped: takes the names of tags whose emphasis Markdown cannot say where it stands.
    func markdown(_ dropped: inout Set<String>) -> String {
        var text = ""
        var before: Character?
        var wasMarked = false
        for (index, run) in runs.enumerated() {
            let core = run.text.trimmingSpace
            let after = run.text.last == " " ? " " : index + 1 < runs.count ? runs[index + 1].text.first : nil
            if run.text.first == " " {
                text += " "
                (before, wasMarked) = (" ", false)
            }
            let isMarked = !run.sign.isEmpty && !core.isEmpty
            let isClear = Self.isClear(core.first, beside: before) && Self.isClear(core.last, beside: after)
            let sign = isMarked && isClear && !wasMarked ? run.sign : ""
            if isMarked, sign.isEmpty { dropped.insert(run.isStrong ? "b" : "i") }
            text += sign + core.markdownEscaped + String(sign.reversed())
            if run.text.last == " ", run.text.count > 1 { text += " " }
            before = run.text.last
            wasMarked = !sign.isEmpty && before != " "
        }
        return text.trimmingSpace.markdownGuarded
    }

    /// Whether a sign of emphasis counts between the two: one before punctuation needs a space or more of it outside.
    private static func isClear(_ inner: Character?, beside outer: Character?) -> Bool {
        func isSign(_ character: Character) -> Bool { character.isPunctuation || character.isSymbol }
        guard let inner, let outer else { return true }
        return !isSign(inner) || outer.isWhitespace || isSign(outer)
    }
}

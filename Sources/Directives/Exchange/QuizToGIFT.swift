import Markdown

/// A question of a quiz as GIFT knows it.
struct QuizToGIFT {
    let document: Document

    func question(_ question: Question) -> (question: GIFTQuestion, losses: [String]) {
        var losses: [String] = []
        if !question.hint.isEmpty { losses.append("the hint is left out") }
        if question.points != 1 {
            losses.append("\(question.points) points become 1: GIFT gives each question the same")
        }
        let body = question.body.map { plain([$0]).text }
        let text = ([question.text] + body).joined(separator: "\n")
        let answer = answer(question, &losses)
        return (GIFTQuestion(text: GIFTText(text), answer: answer, feedback: plain(question.why)), losses)
    }

    private func answer(_ question: Question, _ losses: inout [String]) -> GIFTQuestion.Answer {
        switch question.answer {
        case .choices(let choices): return self.choices(choices, question)
        case .lines(let lines): return self.lines(lines, question, &losses)
        case .steps(let steps):
            losses.append("steps to be put in order become pairs of a step and its place")
            return .pairs(steps.enumerated().map { (GIFTText($1.text), GIFTText(String($0 + 1))) })
        case .pairs(let pairs): return .pairs(pairs.map { (GIFTText($0.leftText), GIFTText($0.rightText)) })
        }
    }

    private func choices(_ choices: [Question.Choice], _ question: Question) -> GIFTQuestion.Answer {
        let right = choices.filter(\.isRight)
        if question.isTrueOrFalse, right.count == 1, let isTrue = Self.isTrue(right[0].text) {
            let wrong = choices.first { !$0.isRight }
            return .truth(isTrue, ifWrong: wrong.map { plain($0.why) } ?? GIFTText(""), ifRight: plain(right[0].why))
        }
        let isMultiple = question.kind == .multiple
        let converted = choices.map { choice in
            let share = isMultiple ? 100 / Double(max(1, right.count)) : 100
            let penalty = isMultiple ? -100 / Double(max(1, choices.count - right.count)) : 0
            return GIFTQuestion.Choice(
                text: GIFTText(choice.text), weight: choice.isRight ? share : penalty, feedback: plain(choice.why))
        }
        return isMultiple ? .choices(converted) : .choice(converted)
    }

    private static func isTrue(_ word: String) -> Bool? {
        switch word.lowercased() {
        case "betul", "benar", "ya", "true", "yes": true
        case "salah", "palsu", "tidak", "false", "no": false
        default: nil
        }
    }

    private func lines(_ lines: [AnswerLine], _ question: Question, _ losses: inout [String]) -> GIFTQuestion.Answer {
        let numbers = lines.compactMap(\.number)
        if question.kind == .number, numbers.count == lines.count {
            let units = Set(numbers.map(\.unit)).subtracting([""]).sorted()
            if !units.isEmpty { losses.append("the unit is left out: \(units.joined(separator: ", "))") }
            return .numbers(numbers.map { GIFTQuestion.Number(value: $0.value, tolerance: $0.tolerance) })
        }
        if lines.contains(where: \.isTolerant) {
            losses.append("spelling must be exact: GIFT knows no tolerance for it")
        }
        return .words(lines.map { GIFTQuestion.Choice(text: GIFTText($0.text), weight: 100) })
    }

    private func plain(_ blocks: [Document.NodeID]) -> GIFTText {
        let texts = blocks.map { document.plainText(below: $0).trimmingSpace }
        return GIFTText(texts.filter { !$0.isEmpty }.joined(separator: "\n"))
    }
}

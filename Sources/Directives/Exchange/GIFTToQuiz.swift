/// Writes GIFT questions as a quiz in Markdown.
struct GIFTToQuiz {
    private(set) var text = ""
    private(set) var losses: [ExchangeLoss] = []
    private let file: String
    private let language: String

    /// - Parameters:
    ///   - file: where the questions were read.
    ///   - language: of the words for true and false.
    init(file: String, language: String) {
        self.file = file
        self.language = language
    }

    /// - Returns: whether a quiz can ask it; when not, the loss is named.
    mutating func write(_ question: GIFTQuestion) -> Bool {
        switch question.answer {
        case .essay, .description:
            let what = question.answer == .essay ? "a question for free text" : "a text without a question"
            losses.append(
                ExchangeLoss(
                    file: file, line: question.line, message: "\(what) is left out: \(question.text.prefix(60))"))
            return false
        default: break
        }
        let lines = question.text.split(separator: "\n").map { Self.escaped(String($0)) }
        text += "### \(lines.first ?? "…")\(question.isOpenChoiceOfOne ? " {kind=multiple}" : "")\n\n"
        for line in lines.dropFirst() { text += line + "\n\n" }
        writeAnswer(question)
        if !question.feedback.isEmpty { text += "\n" + Self.paragraphs(question.feedback, indent: "") }
        text += "\n"
        return true
    }

    private mutating func writeAnswer(_ question: GIFTQuestion) {
        switch question.answer {
        case .choice(let choices):
            for choice in choices { write(choice, isRight: choice.weight > 0) }
        case .choices(let choices):
            let right = choices.filter { $0.weight > 0 }
            if Set(right.map(\.weight)).count > 1 {
                losses.append(ExchangeLoss(file: file, line: question.line, message: "the right choices count alike"))
            }
            for choice in choices { write(choice, isRight: choice.weight > 0) }
        case .truth(let isTrue, let ifWrong, let ifRight):
            for (word, isRight) in zip(language == "en" ? ["True", "False"] : ["Betul", "Salah"], [isTrue, !isTrue]) {
                write(
                    GIFTQuestion.Choice(text: word, weight: 0, feedback: isRight ? ifRight : ifWrong), isRight: isRight)
            }
        case .words(let words):
            if words.contains(where: { !$0.feedback.isEmpty }) {
                losses.append(
                    ExchangeLoss(
                        file: file, line: question.line, message: "what is told to each typed answer is left out"))
            }
            if words.contains(where: { $0.weight != 100 }) {
                losses.append(
                    ExchangeLoss(
                        file: file, line: question.line, message: "answers that are partly right count as right"))
            }
            for word in words { text += "= \(Self.escaped(word.text))\n" }
        case .numbers(let numbers):
            for number in numbers {
                text += "= \(number.value)" + (Double(number.tolerance) == 0 ? "" : " ± \(number.tolerance)") + "\n"
            }
        case .pairs(let pairs):
            text += language == "en" ? "| This | belongs to |\n" : "| Ini | padanannya |\n"
            text += "|---|---|\n"
            for pair in pairs { text += "| \(Self.cell(pair.left)) | \(Self.cell(pair.right)) |\n" }
        case .essay, .description: break
        }
    }

    private mutating func write(_ choice: GIFTQuestion.Choice, isRight: Bool) {
        text += "- [\(isRight ? "x" : " ")] \(Self.escaped(choice.text.replacing("\n", with: " ")))\n"
        if !choice.feedback.isEmpty { text += "\n" + Self.paragraphs(choice.feedback, indent: "  ") + "\n" }
    }

    private static func paragraphs(_ text: String, indent: String) -> String {
        text.split(separator: "\n").map { indent + escaped(String($0)) }.joined(separator: "\n\n") + "\n"
    }

    private static func cell(_ text: String) -> String {
        escaped(text.replacing("\n", with: " "))
    }

    /// Plain text so that Markdown reads it as it is.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if "\\`*_[]<>~|&:{}$".contains(character) { result += "\\" }
            result.append(character)
        }
        // Signs that mean something only at the start of a line.
        if let first = result.first, "#+-=".contains(first) { return "\\" + result }
        let digits = result.prefix(while: \.isNumber)
        if !digits.isEmpty, let next = result[digits.endIndex...].first, next == "." || next == ")" {
            return digits + "\\" + result[digits.endIndex...]
        }
        return result
    }
}

extension GIFTQuestion {
    /// Several may be chosen and one is right, which the form of its choices does not say.
    fileprivate var isOpenChoiceOfOne: Bool {
        guard case .choices(let choices) = answer else { return false }
        return choices.count { $0.weight > 0 } == 1
    }
}

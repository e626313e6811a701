/// Writes GIFT questions as a quiz in Markdown.
struct GIFTToQuiz {
    private(set) var text = ""
    private(set) var losses: [ExchangeLoss] = []
    private let file: String
    private let language: String
    /// Tags of the question in hand that Markdown has no word for.
    private var dropped: Set<String> = []
    private var line = 0

    /// - Parameters:
    ///   - file: where the questions were read.
    ///   - language: of the words for true and false.
    init(file: String, language: String) {
        self.file = file
        self.language = language
    }

    /// - Returns: whether a quiz can ask it; when not, the loss is named.
    mutating func write(_ question: GIFTQuestion) -> Bool {
        line = question.line
        dropped = []
        switch question.answer {
        case .essay: return leaveOut("a question for free text", question.text)
        case .description: return leaveOut("a text without a question", question.text)
        default: break
        }
        writeText(question)
        writeAnswer(question.answer)
        let feedback = blocks(question.feedback).map(\.asParagraph)
        if !feedback.isEmpty { text += "\n" + Self.written(feedback) }
        text += "\n"
        if !dropped.isEmpty {
            lose("tags are left out, their text stays: \(dropped.sorted().joined(separator: ", "))")
        }
        return true
    }

    private mutating func lose(_ message: String) {
        losses.append(ExchangeLoss(file: file, line: line, message: message))
    }

    private mutating func leaveOut(_ what: String, _ text: GIFTText) -> Bool {
        let words = text.isHTML ? HTMLText(text.text).blocks.flatMap(\.lines).joined(separator: " ") : text.text
        lose("\(what) is left out: \(words.prefix(60))")
        return false
    }

    // MARK: Parts of a question

    private mutating func writeText(_ question: GIFTQuestion) {
        var blocks = blocks(question.text)
        var heading = "…"
        if !blocks.isEmpty {
            heading = blocks[0].asParagraph.lines[0]
            blocks[0].lines.removeFirst()
            if blocks[0].lines.isEmpty { blocks.removeFirst() } else { blocks[0].marker = "" }
        }
        if question.isOpenChoiceOfOne {
            heading += " {kind=multiple}"
        } else if heading.hasSuffix("}") || heading.hasSuffix("#") {
            heading += " {}"  // so that the text's own end is read as neither arguments nor the end of a heading
        }
        text += "### \(heading)\n\n"
        if !blocks.isEmpty { text += Self.written(blocks) + "\n" }
    }

    private mutating func writeAnswer(_ answer: GIFTQuestion.Answer) {
        switch answer {
        case .choice(let choices):
            for choice in choices { write(choice, isRight: choice.weight > 0) }
        case .choices(let choices):
            if Set(choices.map(\.weight).filter { $0 > 0 }).count > 1 { lose("the right choices count alike") }
            for choice in choices { write(choice, isRight: choice.weight > 0) }
        case .truth(let isTrue, let ifWrong, let ifRight):
            for (word, isRight) in zip(language == "en" ? ["True", "False"] : ["Betul", "Salah"], [isTrue, !isTrue]) {
                let told = isRight ? ifRight : ifWrong
                write(GIFTQuestion.Choice(text: GIFTText(word), weight: 0, feedback: told), isRight: isRight)
            }
        case .words(let words): writeWords(words)
        case .numbers(let numbers):
            for number in numbers {
                text += "= \(number.value)" + (Double(number.tolerance) == 0 ? "" : " ± \(number.tolerance)") + "\n"
            }
        case .pairs(let pairs):
            text += language == "en" ? "| This | belongs to |\n" : "| Ini | padanannya |\n"
            text += "|---|---|\n"
            for pair in pairs { text += "| \(oneLine(pair.left)) | \(oneLine(pair.right)) |\n" }
        case .essay, .description: break
        }
    }

    private mutating func writeWords(_ words: [GIFTQuestion.Choice]) {
        if words.contains(where: { !$0.feedback.isEmpty }) { lose("what is told to each typed answer is left out") }
        if words.contains(where: { $0.weight != 100 }) { lose("answers that are partly right count as right") }
        for word in words { text += "= \(oneLine(word.text))\n" }
    }

    private mutating func write(_ choice: GIFTQuestion.Choice, isRight: Bool) {
        text += "- [\(isRight ? "x" : " ")] \(oneLine(choice.text))\n"
        let feedback = blocks(choice.feedback)
        if !feedback.isEmpty { text += "\n" + Self.written(feedback, indent: "  ") + "\n" }
    }

    // MARK: Texts

    private mutating func blocks(_ text: GIFTText) -> [HTMLText.Block] {
        guard text.isHTML else {
            return text.text.split(separator: "\n").map { String($0).trimmingSpace }.filter { !$0.isEmpty }
                .map { HTMLText.Block(lines: [$0.markdownEscaped.markdownGuarded]) }
        }
        let html = HTMLText(text.text)
        dropped.formUnion(html.dropped)
        for loss in html.losses { lose(loss) }
        return html.blocks
    }

    private mutating func oneLine(_ text: GIFTText) -> String {
        let text = text.isHTML ? text : GIFTText(text.text.replacing("\n", with: " "))
        let words = blocks(text).flatMap(\.lines).joined(separator: " ")
        return words.isEmpty ? "…" : words
    }

    private static func written(_ blocks: [HTMLText.Block], indent: String = "") -> String {
        var text = ""
        var isInList = true
        for block in blocks {
            if !text.isEmpty { text += isInList && !block.marker.isEmpty ? "\n" : "\n\n" }
            isInList = !block.marker.isEmpty
            let inner = indent + String(repeating: " ", count: block.marker.count)
            // A quote, since what begins with one of these signs would be read as an answer or as a hint.
            let isSign = indent.isEmpty && block.lines[0].prefixMatch(of: /\\?[=~?](?:\s|$)/) != nil
            text += indent + (isSign ? "> " : block.marker) + block.lines.joined(separator: "\\\n" + inner)
        }
        return text + "\n"
    }
}

extension HTMLText.Block {
    /// An item as a paragraph, where a list would be taken for the answer.
    fileprivate var asParagraph: Self {
        var paragraph = self
        paragraph.marker = ""
        if marker == "* " { paragraph.lines[0] = "• " + lines[0] }
        if marker.first?.isNumber ?? false { paragraph.lines[0] = marker.markdownGuarded + lines[0] }
        return paragraph
    }
}

extension GIFTQuestion {
    /// Several may be chosen and one is right, which the form of its choices does not say.
    fileprivate var isOpenChoiceOfOne: Bool {
        guard case .choices(let choices) = answer else { return false }
        return choices.count { $0.weight > 0 } == 1
    }
}

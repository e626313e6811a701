import Diagnostics
import Markdown

/// Reads one question of a quiz: the blocks from its heading to the next.
struct QuestionReader {
    static let arguments = [
        ArgumentRule("kind", .choice(Question.Kind.allCases.map(\.rawValue)), purpose: "what kind of answer it takes"),
        ArgumentRule("points", .number(1...100), purpose: "what it counts for (default: 1)"),
    ]

    /// Pairs that are written as a list are cut at their signs.
    private(set) var document: Document
    let file: String
    private(set) var diagnostics: [Diagnostic] = []

    init(_ document: Document, file: String) {
        self.document = document
        self.file = file
    }

    /// - Parameter blocks: what stands below the heading.
    /// - Returns: nil when there is no answer to be made of it, which is reported.
    mutating func read(_ heading: Document.NodeID, _ blocks: [Document.NodeID]) -> Question? {
        let text = document.plainText(below: heading).trimmingSpace
        if text.isEmpty {
            report("empty-question", "this question says nothing", at: heading, help: "write it, or remove it")
        }
        var reader = ArgumentReader("question", Self.arguments, at: location(of: heading))
        let arguments = reader.read(document.string(of: document[heading].extra))
        diagnostics += reader.diagnostics
        let rest = blocks.filter { !document.isHint($0) }
        guard let place = rest.lastIndex(where: document.isAnswer) else {
            report(
                "question-without-answer", "this question has no answer", at: heading,
                help: "write choices as '- [x] …' and '- [ ] …', an answer as '= …', steps as '1. …', pairs as 'a = b'")
            return nil
        }
        guard let (kind, answer) = answer(rest[place]) else { return nil }
        let question = Question(
            kind: kind, heading: heading, body: Array(rest[..<place]), hint: blocks.filter(document.isHint),
            answer: answer,
            why: Array(rest[(place + 1)...]), points: arguments["points"].flatMap { Int($0) } ?? 1, text: text)
        return asWished(question, arguments["kind"].flatMap(Question.Kind.init))
    }

    // MARK: Answers

    private mutating func answer(_ id: Document.NodeID) -> (Question.Kind, Question.Answer)? {
        switch document[id].kind {
        case .paragraph: lines(of: id)
        case .table: pairs(ofTable: id)
        case _ where document.isTaskList(id): choices(of: id)
        case _ where document.isListOfPairs(id): pairs(ofList: id)
        default: steps(of: id)
        }
    }

    private mutating func choices(of list: Document.NodeID) -> (Question.Kind, Question.Answer) {
        let choices = document.children(of: list).map { choice($0) }
        for item in document.children(of: list) where !document[item].flags.contains(.task) {
            report("choice-without-box", "this choice has no box", at: item, help: "begin it with '- [ ]' or '- [x]'")
        }
        checkTexts(choices.map { ($0.content, $0.text) }, "choice")
        let right = choices.count { $0.isRight }
        if right == 0 {
            report("no-right-answer", "no choice is right", at: list, help: "mark the right one with '[x]'")
        }
        return (right > 1 ? .multiple : .single, .choices(choices))
    }

    private mutating func steps(of list: Document.NodeID) -> (Question.Kind, Question.Answer) {
        let steps = document.children(of: list).map { choice($0) }
        checkTexts(steps.map { ($0.content, $0.text) }, "step")
        return (.order, .steps(steps))
    }

    private func choice(_ item: Document.NodeID) -> Question.Choice {
        let blocks = Array(document.children(of: item))
        let content = blocks.first ?? item
        return Question.Choice(
            content: content, why: Array(blocks.dropFirst()), isRight: document[item].flags.contains(.done),
            text: document.plainText(below: content).trimmingSpace)
    }

    private mutating func lines(of paragraph: Document.NodeID) -> (Question.Kind, Question.Answer) {
        var lines: [AnswerLine] = []
        for (text, place) in document.lines(of: paragraph) {
            guard var line = AnswerLine(text), !line.text.isEmpty else {
                report(
                    "answer-line", "this answer is empty, or its line has no sign", at: place, help: "write '= answer'")
                continue
            }
            line.place = place
            if lines.contains(where: { $0.key == line.key }) {
                report(
                    "duplicate-choice", "the answer '\(line.text)' stands here twice", at: place, help: "keep one")
            }
            lines.append(line)
        }
        let isNumber = !lines.isEmpty && lines.allSatisfy { $0.number != nil }
        return (isNumber ? .number : .text, .lines(lines))
    }

    private mutating func checkTexts(_ parts: [(id: Document.NodeID, text: String)], _ name: String) {
        if parts.count < 2, let only = parts.first {
            report("too-few-choices", "there is only one \(name)", at: only.id, help: "write at least two")
        }
        for (index, part) in parts.enumerated() {
            if part.text.isEmpty {
                report("empty-choice", "this \(name) says nothing", at: part.id, help: "write it, or remove it")
            }
            guard parts[..<index].contains(where: { $0.text.lowercased() == part.text.lowercased() }) else { continue }
            report(
                "duplicate-choice", "the \(name) '\(part.text)' stands here twice", at: part.id,
                help: "keep one of them")
        }
    }

    // MARK: Pairs

    private mutating func pairs(ofTable table: Document.NodeID) -> (Question.Kind, Question.Answer)? {
        var pairs: [Question.Pair] = []
        for row in document.children(of: table) where !document[row].flags.contains(.header) {
            let cells = Array(document.children(of: row))
            guard cells.count == 2 else {
                report("table-of-pairs", "a table of pairs has two columns", at: table, help: "left side, right side")
                return nil
            }
            pairs.append(pair(cells[0], cells[1]))
        }
        return checked(pairs, at: table)
    }

    private mutating func pairs(ofList list: Document.NodeID) -> (Question.Kind, Question.Answer) {
        var pairs: [Question.Pair] = []
        for item in Array(document.children(of: list)) {
            guard let left = document[item].firstChild, let sign = document.equalSign(in: item) else { continue }
            let rest = document.splitText(sign.node, at: sign.offset, dropping: 3)
            let right = document.split(left, before: rest)
            pairs.append(pair(left, right))
        }
        return checked(pairs, at: list)
    }

    private func pair(_ left: Document.NodeID, _ right: Document.NodeID) -> Question.Pair {
        Question.Pair(
            left: left, right: right, leftText: document.plainText(below: left).trimmingSpace,
            rightText: document.plainText(below: right).trimmingSpace)
    }

    private mutating func checked(
        _ pairs: [Question.Pair], at id: Document.NodeID
    ) -> (Question.Kind, Question.Answer) {
        checkTexts(pairs.map { ($0.left, $0.leftText) }, "left side")
        for pair in pairs where pair.rightText.isEmpty {
            report("empty-choice", "this pair has no right side", at: pair.right, help: "write it, or remove the pair")
        }
        if Set(pairs.map(\.rightText)).count < 2 {
            report("too-few-choices", "every pair has the same right side", at: id, help: "write at least two")
        }
        return (.match, .pairs(pairs))
    }

    // MARK: The kind that the author asked for

    private mutating func asWished(_ question: Question, _ wished: Question.Kind?) -> Question {
        var question = question
        if case .lines(let lines) = question.answer, question.kind == .text || wished == .text {
            checkNumberless(lines, question, wished)
        }
        guard let wished, wished != question.kind else { return question }
        switch (wished, question.kind) {
        case (.multiple, .single), (.text, .number): question.kind = wished
        case (.number, .text): break  // said already
        case (.single, .multiple):
            report(
                "several-right", "several choices are right", at: question.heading,
                help: "write {kind=multiple}, or leave one [x]")
        default:
            report(
                "wrong-kind", "the answer is of kind '\(question.kind.rawValue)', not '\(wished.rawValue)'",
                at: question.heading, help: "take 'kind' out: the answer's form says it")
        }
        return question
    }

    private mutating func checkNumberless(_ lines: [AnswerLine], _ question: Question, _ wished: Question.Kind?) {
        for line in lines {
            let place = line.place ?? question.heading
            if let sign = line.emptyTolerance {
                report(
                    "tolerance-without-number", "'\(line.text)' has no number after '\(sign)'", at: place,
                    help: "write the tolerance, such as '= 10 \(sign) 1 saat'")
            } else if wished == .number, line.number == nil {
                report("not-a-number", "'\(line.text)' is no number", at: place, help: "write '= 10 ± 1 saat'")
            } else if line.hasTolerance {
                report(
                    "tolerance-without-number", "'\(line.text)' has a tolerance but is no number", at: place,
                    help: "write '= 10 ± 1'; for spelling write '~ answer'")
            }
        }
    }

    // MARK: Places

    private func location(of id: Document.NodeID) -> SourceLocation {
        document.location(of: id, in: file)
    }

    private mutating func report(_ id: String, _ message: String, at node: Document.NodeID, help: String) {
        diagnostics.append(Diagnostic(id, .error, message, at: location(of: node), help: help))
    }
}

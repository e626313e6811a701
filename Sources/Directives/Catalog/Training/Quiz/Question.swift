import Markdown
import SiteModel

/// One question of a quiz, as its author wrote it.
struct Question {
    enum Kind: String, CaseIterable {
        case single, multiple, text, number, order, match
    }

    struct Choice {
        /// The block that says it.
        var content: Document.NodeID
        /// What is told to who chose it.
        var why: [Document.NodeID]
        var isRight: Bool
        /// Plain text.
        var text: String
    }

    struct Pair {
        var left: Document.NodeID
        var right: Document.NodeID
        var leftText: String
        var rightText: String
    }

    enum Answer {
        case choices([Choice])
        case lines([AnswerLine])
        /// In the right order.
        case steps([Choice])
        case pairs([Pair])
    }

    var kind: Kind
    var heading: Document.NodeID
    /// What stands between the heading and the answer, such as a dialogue to judge.
    var body: [Document.NodeID]
    var hint: [Document.NodeID]
    var answer: Answer
    /// What is told to everybody afterwards.
    var why: [Document.NodeID]
    var points: Int
    /// Plain text of the heading.
    var text: String

    /// Changes with the question and its answers, not with explanations, hint or points.
    var id: String {
        var fingerprint = Fingerprint()
        for part in [kind.rawValue, text] + answer.parts { fingerprint.add(Array(part.utf8) + [0]) }
        return String(fingerprint.text.prefix(6))
    }

    /// The right sides of its pairs, each text once.
    var rights: [Pair] {
        guard case .pairs(let pairs) = answer else { return [] }
        return pairs.enumerated().filter { index, pair in
            !pairs[..<index].contains { $0.rightText == pair.rightText }
        }.map(\.element)
    }

    /// Whether its choices are yes and no, which keep their order.
    var isTrueOrFalse: Bool {
        guard case .choices(let choices) = answer else { return false }
        return Self.isTrueOrFalse(choices.map(\.text))
    }

    static func isTrueOrFalse(_ choices: [String]) -> Bool {
        let opposites = [
            ["betul", "salah"], ["benar", "salah"], ["benar", "palsu"], ["ya", "tidak"], ["true", "false"],
            ["yes", "no"],
        ]
        let pair = Set(choices.map { $0.lowercased() })
        return choices.count == 2 && opposites.contains { Set($0) == pair }
    }
}

extension Question.Answer {
    /// What makes one answer different from another.
    fileprivate var parts: [String] {
        switch self {
        case .choices(let choices): choices.map { ($0.isRight ? "+" : "-") + $0.text }
        case .lines(let lines): lines.map(\.key)
        case .steps(let steps): steps.map(\.text)
        case .pairs(let pairs): pairs.flatMap { [$0.leftText, $0.rightText] }
        }
    }
}

import Markdown

/// What the browser marks a question by: the right answer, not to be read at a glance.
struct QuestionKey {
    /// `[0,2]`: numbers of the right choices; for steps, the place of each shown step in the right order; for pairs, which
    /// shown right side belongs to each left; for typed answers `[{"t": text, "s": tolerant}]`, `[{"n":, "e":, "u":}]`.
    private let json: String

    /// - Parameter order: numbers of the steps or right sides as they are shown.
    init(_ question: Question, shown order: [Int]) {
        switch question.answer {
        case .choices(let choices):
            json = Self.list(choices.indices.filter { choices[$0].isRight }.map(String.init))
        case .steps:
            json = Self.list(order.map(String.init))
        case .pairs(let pairs):
            let rights = question.rights.map(\.rightText)
            json = Self.list(pairs.map { String(order.firstIndex(of: rights.firstIndex(of: $0.rightText)!)!) })
        case .lines(let lines):
            json = Self.list(
                lines.map { line in
                    guard question.kind == .number, let number = line.number else {
                        return "{\"t\":\(Self.quoted(line.text)),\"s\":\(line.isTolerant)}"
                    }
                    return "{\"n\":\(number.value),\"e\":\(number.tolerance),\"u\":\(Self.quoted(number.unit))}"
                })
        }
    }

    /// Hexadecimal digits of the UTF-8 with every bit turned that 0x5A has.
    var text: String {
        json.utf8.map { byte in
            let digits = String(byte ^ 0x5A, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    private static func list(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

/// An order that says nothing of the right one, the same at every build.
enum ShownOrder {
    /// - Parameter id: of the question, in hexadecimal.
    static func of(count: Int, seed id: String) -> [Int] {
        var state = UInt64(id, radix: 16) ?? 1
        var order = Array(0..<count)
        for index in order.indices.reversed().dropLast() {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            order.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
        }
        return order == Array(0..<count) ? order.reversed() : order
    }
}

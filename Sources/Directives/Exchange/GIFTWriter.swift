/// Writes questions in Moodle's GIFT format.
struct GIFTWriter {
    private(set) var text = ""

    mutating func write(_ question: GIFTQuestion) {
        if !text.isEmpty { text += "\n" }
        text += Self.escaped(question.text)
        let general = question.feedback.isEmpty ? "" : "\n\t####" + Self.escaped(question.feedback)
        switch question.answer {
        case .description:
            text += "\n"
        case .essay:
            text += " {\(general)}\n"
        case .truth(let isTrue, let ifWrong, let ifRight):
            let feedback =
                ifWrong.isEmpty && ifRight.isEmpty ? "" : "#\(Self.escaped(ifWrong))#\(Self.escaped(ifRight))"
            text += " {\(isTrue ? "T" : "F")\(feedback)\(general)}\n"
        case .numbers(let numbers):
            let lines = numbers.map { "\n\t=\($0.value):\($0.tolerance)" }
            text += " {#\(lines.joined())\(general)\n}\n"
        case .pairs(let pairs):
            let lines = pairs.map { "\n\t=\(Self.escaped($0.left)) -> \(Self.escaped($0.right))" }
            text += " {\(lines.joined())\(general)\n}\n"
        case .choice(let choices), .words(let choices):
            text += " {\(choices.map { line($0.weight > 0 ? "=" : "~", $0) }.joined())\(general)\n}\n"
        case .choices(let choices):
            text += " {\(choices.map { line("~%\(Self.percent($0.weight))%", $0) }.joined())\(general)\n}\n"
        }
    }

    private func line(_ sign: String, _ choice: GIFTQuestion.Choice) -> String {
        "\n\t\(sign)\(Self.escaped(choice.text))" + (choice.feedback.isEmpty ? "" : "#" + Self.escaped(choice.feedback))
    }

    /// With at most five decimals, which is what Moodle takes.
    private static func percent(_ weight: Double) -> String {
        let parts = Int((abs(weight) * 100_000).rounded())
        var decimals = String(parts % 100_000)
        decimals = String(repeating: "0", count: 5 - decimals.count) + decimals
        while decimals.last == "0" { decimals.removeLast() }
        return (weight < 0 ? "-" : "") + String(parts / 100_000) + (decimals.isEmpty ? "" : "." + decimals)
    }

    private static func escaped(_ text: GIFTText) -> String {
        var result = ""
        for character in text.text {
            if character == "\n" {
                result += "\\n"
            } else {
                if "~=#{}:\\".contains(character) { result += "\\" }
                result.append(character)
            }
        }
        return result
    }
}

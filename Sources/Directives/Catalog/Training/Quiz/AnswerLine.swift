import Markdown

/// `= salam`, `~ salam` (spelt about so) or `= 10 ± 1 saat`: an answer that is typed.
struct AnswerLine {
    struct Number {
        /// As JavaScript reads numbers.
        var value: String
        var tolerance: String
        var unit: String
    }

    var text: String
    var isTolerant: Bool
    /// Where it begins, in a document.
    var place: Document.NodeID?

    /// nil for a line that begins with neither sign.
    init?(_ line: String) {
        guard let sign = line.first, sign == "=" || sign == "~", line.dropFirst().first?.isWhitespace ?? true else {
            return nil
        }
        isTolerant = sign == "~"
        text = String(line.dropFirst()).trimmingSpace
    }

    /// What tells it from other answers.
    var key: String { (isTolerant ? "~" : "=") + text }

    var hasTolerance: Bool { text.contains("±") || text.contains("+-") }

    /// The sign of a tolerance behind a number, where the tolerance itself is none: `10 ± saat`.
    var emptyTolerance: String? {
        guard let sign = ["±", "+-"].first(where: { text.contains($0) }) else { return nil }
        let parts = text.split(separator: sign, omittingEmptySubsequences: false)
        guard parts.count == 2, Self.measure(parts[0])?.unit == "", Self.measure(parts[1]) == nil else { return nil }
        return sign
    }

    /// The number that it is, or nil: `10`, `1,234.5`, `10 ± 1`, `10 %`, `7 hari bekerja`.
    var number: Number? {
        guard !isTolerant else { return nil }
        let parts = text.replacing("+-", with: "±").split(separator: "±", omittingEmptySubsequences: false)
        guard parts.count <= 2, let (value, unit) = Self.measure(parts[0]) else { return nil }
        guard parts.count == 2 else { return Number(value: value, tolerance: "0", unit: unit) }
        guard unit.isEmpty, let (tolerance, unit) = Self.measure(parts[1]), !tolerance.hasPrefix("-") else {
            return nil
        }
        return Number(value: value, tolerance: tolerance, unit: unit)
    }

    /// A number and the unit behind it, which holds no digit: `1 Nov 2026` is no number.
    private static func measure(_ text: Substring) -> (value: String, unit: String)? {
        let text = Substring(String(text).trimmingSpace)
        let digits = text.prefix { $0.isASCII && ($0.isNumber || "-.,".contains($0)) }
        let value = String(digits.filter { $0 != "," })
        let rest = text[digits.endIndex...]
        guard value.last?.isNumber ?? false, Double(value) != nil, hasThousands(digits),
            rest.first.map({ $0.isWhitespace || $0 == "%" }) ?? true, !rest.contains(where: \.isNumber)
        else { return nil }
        return (canonical(value), String(rest).trimmingSpace)
    }

    /// Without zeros before it, which JSON forbids.
    private static func canonical(_ number: String) -> String {
        let sign = number.hasPrefix("-") ? "-" : ""
        let digits = number.dropFirst(sign.count).drop { $0 == "0" }
        return sign + (digits.first?.isNumber ?? false ? "" : "0") + digits
    }

    /// Whether every comma stands before three digits.
    private static func hasThousands(_ digits: Substring) -> Bool {
        let whole = digits.prefix { $0 != "." }
        let groups: [Substring] = whole.split(separator: ",", omittingEmptySubsequences: false)
        return groups.dropFirst().allSatisfy { $0.count == 3 } && !digits.dropFirst(whole.count).contains(",")
    }
}

/// Rows as text for people and as CSV for spreadsheets.
enum RecordTable {
    static func text(_ head: [String], _ rows: [[String]]) -> String {
        let rows = ([head] + rows).map { $0.map(printable) }
        let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(
                separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    /// A text that a spreadsheet would take for a formula is disarmed.
    static func csv(_ head: [String], _ rows: [[String]]) -> String {
        "\u{FEFF}" + ([head] + rows).map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        let text = printable(text)
        let safe = text.first.map { "=+-@".contains($0) } ?? false ? "'" + text : text
        let isPlain = !safe.contains { $0 == "," || $0 == "\"" }
        return isPlain ? safe : "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    /// Names come from other hands: no sign may steer the terminal or end the line.
    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}

/// Eight signs that change when a name or a result does, as the learner's page prints them.
enum RecordCheck {
    private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    static func of(name: String, _ items: [String: ProgressFile.Item]) -> String {
        var text = name + "\n"
        for key in items.keys.sorted(by: { $0.utf16.lexicographicallyPrecedes($1.utf16) }) {
            guard ActivityKey(key) != nil, let result = items[key]?.result else { continue }
            let parts = [key, result.score, result.isPassed ? "1" : "0", result.day, result.version]
            text += parts.joined(separator: "\t") + "\n"
        }
        let halves = [ProgressCode.hash(text.utf8), ProgressCode.hash(text.utf8, from: 0x2F0B_4C47)]
        return halves.map { half in
            String(stride(from: 15, through: 0, by: -5).map { digits[Int(half >> UInt32($0) & 31)] })
        }.joined(separator: "-")
    }
}

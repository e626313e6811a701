/// Words a diagnostic for a person: place, message, the line with a caret under it, and the mend.
public struct DiagnosticPrinter: Sendable {
    public var color: Bool

    public init(color: Bool = false) {
        self.color = color
    }

    /// - Parameter sourceLine: the line that `location` names.
    public func text(_ diagnostic: Diagnostic, sourceLine: SourceLine?) -> String {
        let location = diagnostic.location
        var place = Self.printable(location.file)
        if location.line > 0 { place += ":\(location.line)" }
        if location.line > 0, location.column > 0 { place += ":\(location.column)" }
        let severity = paint(diagnostic.severity.rawValue, diagnostic.severity == .error ? "31;1" : "33;1")
        var text = "\(place): \(severity): \(Self.printable(diagnostic.message)) [\(diagnostic.id)]\n"
        if location.line > 0, let sourceLine, !sourceLine.text.allSatisfy(\.isWhitespace) {
            text += quote(sourceLine, column: location.column)
        }
        if let help = diagnostic.help { text += "  help: \(Self.printable(help))\n" }
        return text
    }

    /// Quotes the line, cut around the caret when it is long, tabs as single spaces so that the caret stays true.
    private func quote(_ line: SourceLine, column: Int, width: Int = 100) -> String {
        let characters = line.text.map { $0 == "\t" ? " " : Self.isControl($0) ? "\u{FFFD}" : $0 }
        let caret = min(max(column - line.skipped, 1), characters.count + 1)
        let start = characters.count > width && caret > width * 3 / 4 ? caret - width / 2 : 1
        let shown = String(characters.dropFirst(start - 1).prefix(width))
        let head = start > 1 ? "…" : ""
        let tail = line.isCut || characters.count > start - 1 + width ? "…" : ""
        var text = "    \(head)\(shown)\(tail)\n"
        if column > 0 {
            text += "    " + String(repeating: " ", count: head.count + caret - start) + paint("^", "32;1") + "\n"
        }
        return text
    }

    /// A text from a file must not move the terminal's cursor or break the line.
    private static func printable(_ text: String) -> String {
        text.contains(where: isControl) ? String(text.map { isControl($0) ? "\u{FFFD}" : $0 }) : text
    }

    private static func isControl(_ character: Character) -> Bool {
        character.unicodeScalars.contains {
            $0.value < 0x20 || $0.value >= 0x7F && $0.properties.generalCategory == .control
        }
    }

    private func paint(_ text: String, _ code: String) -> String {
        color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension Sequence<Diagnostic> {
    /// By place, then by rule and message, each once: the same order whatever order they were found in.
    public func inReadingOrder() -> [Diagnostic] {
        let all = Array(self)
        // Numbers are sorted in their place: there can be as many as pages, and each is several texts.
        let order = all.withUnsafeBufferPointer { all in all.indices.sorted { Self.precedes($0, $1, in: all) } }
        var ordered: [Diagnostic] = []
        ordered.reserveCapacity(all.count)
        for number in order where ordered.last != all[number] { ordered.append(all[number]) }
        return ordered
    }

    /// Looks at no more than it has to: a copy of a diagnostic counts the references of all its texts.
    private static func precedes(_ a: Int, _ b: Int, in all: UnsafeBufferPointer<Diagnostic>) -> Bool {
        // Most differ in their file.
        if all[a].location.file != all[b].location.file { return all[a].location.file < all[b].location.file }
        if all[a].location != all[b].location { return all[a].location < all[b].location }
        if all[a].id != all[b].id { return all[a].id < all[b].id }
        if all[a].message != all[b].message { return all[a].message < all[b].message }
        return (all[a].severity.rawValue, all[a].help ?? "") < (all[b].severity.rawValue, all[b].help ?? "")
    }
}

extension DiagnosticPrinter {
    /// One JSON array, an object a diagnostic: file, line, column, severity, id, message, help.
    public static func json(_ diagnostics: [Diagnostic]) -> String {
        let objects = diagnostics.map { diagnostic in
            let location = diagnostic.location
            let help = diagnostic.help.map { ", \"help\": \(quoted($0))" } ?? ""
            return "  {\"file\": \(quoted(location.file)), \"line\": \(location.line), \"column\": \(location.column), "
                + "\"severity\": \"\(diagnostic.severity.rawValue)\", \"id\": \"\(diagnostic.id)\", "
                + "\"message\": \(quoted(diagnostic.message))\(help)}"
        }
        return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

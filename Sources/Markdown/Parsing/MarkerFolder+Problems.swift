import Diagnostics

// What is wrong with the lines of directives, and how each is mended.
extension MarkerFolder {
    mutating func report(_ problem: DirectiveLine.Problem, _ marker: Marker) {
        let (message, help) =
            switch problem {
            case .noName: ("a directive needs a name after its colons", "write for example :::note")
            case .unclosed(let sign):
                (
                    "'\(Character(Unicode.Scalar(sign)))' is missing on this line",
                    "a directive's label and arguments stand on one line"
                )
            case .textAfter(let position): ("text after the directive's name", mend(textAt: position, marker))
            }
        diagnostics.append(Diagnostic("malformed-directive", .error, message, at: place(marker), help: help))
    }

    /// The line with its text as a label or as arguments, where it is plain which.
    private func mend(textAt position: Int, _ marker: Marker) -> String {
        func text(_ range: Range<Int>) -> String { String(decoding: original.slice(range), as: UTF8.self) }
        let opening = text(marker.range.lowerBound..<position).split(separator: " ").joined(separator: " ")
        let rest = text(position..<marker.range.upperBound)
        if (opening + rest).contains(where: { "[]{}".contains($0) }) {
            return "put it in brackets as a label, or on the next line"
        }
        if rest.prefix(while: { $0 != " " }).contains("=") { return "write '\(opening) {\(rest)}'" }
        return "write '\(opening) [\(rest)]' for a label, or put the text on the next line"
    }

    /// An end that closes nothing: perhaps since the directive was opened with two colons, which is text.
    mutating func reportStrayEnd(_ marker: Marker) {
        if let (opening, name) = openingOfTwoColons(before: marker) {
            diagnostics.append(
                Diagnostic(
                    "malformed-directive", .error, "a directive begins with three colons", at: place(opening),
                    help: "write ':::\(String(decoding: original.slice(name), as: UTF8.self))'"))
        } else {
            diagnostics.append(
                Diagnostic(
                    "stray-directive-end", .error, "this closes no directive", at: place(marker),
                    help: "open the directive in the same list item or quote, or remove the line"))
        }
    }

    /// The nearest line above that is `::name …`, with no line of three colons in between.
    private func openingOfTwoColons(before marker: Marker) -> (Marker, name: Range<Int>)? {
        func lineStart(_ position: Int) -> Int {
            var start = position
            while start > 0, original[start - 1] != UInt8(ascii: "\n") { start -= 1 }
            return start
        }
        var opening = marker
        var start = lineStart(marker.range.lowerBound)
        while start > 0 {
            let line = lineStart(start - 1)..<start - 1
            start = line.lowerBound
            opening.line -= 1
            var position = line.lowerBound
            while position < line.upperBound, Self.isBeforeText(original[position]) { position += 1 }
            guard original.has("::", at: position) else { continue }
            if original.has(":::", at: position) { return nil }
            var end = position + 2
            while end < line.upperBound, DirectiveLine.isNameByte(original[end]) { end += 1 }
            let isName = end > position + 2 && original[position + 2].isASCIILower
            guard isName, end == line.upperBound || Self.isBehindName(original[end]) else { continue }
            opening.range = position..<line.upperBound
            opening.column = Int32(truncatingIfNeeded: position - line.lowerBound + 1)
            return (opening, position + 2..<end)
        }
        return nil
    }

    /// Whether the byte may stand before a directive in its line: white space, a quote's or an item's sign.
    private static func isBeforeText(_ byte: UInt8) -> Bool { " \t>-*+".utf8.contains(byte) }

    private static func isBehindName(_ byte: UInt8) -> Bool { " \t\r[{".utf8.contains(byte) }
}

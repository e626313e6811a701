import Diagnostics

// Values that stand on one line.
extension PlainYAMLReader {
    /// Nil also when the next line could continue the value.
    func readInline(_ range: Range<Int>, of line: Line) -> YAMLValue? {
        if next < lines.count, lines[next].indentation > line.indentation { return nil }
        if text[range.lowerBound] == UInt8(ascii: "[") { return readFlowList(range, of: line) }
        return readScalar(range, of: line, inFlow: false)
    }

    private func readScalar(_ range: Range<Int>, of line: Line, inFlow: Bool) -> YAMLValue? {
        let place = place(of: range.lowerBound, in: line)
        let first = text[range.lowerBound]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            guard range.count >= 2, text[range.upperBound - 1] == first else { return nil }
            let inner = range.lowerBound + 1..<range.upperBound - 1
            for position in inner where text[position] == first || text[position] == UInt8(ascii: "\\") { return nil }
            return YAMLValue(.scalar(string(inner)), at: place)
        }
        guard isPlain(range, inFlow: inFlow) else { return nil }
        let content: YAMLValue.Content = isNull(range) ? .null : .scalar(string(range))
        return YAMLValue(content, at: place)
    }

    private func isPlain(_ range: Range<Int>, inFlow: Bool) -> Bool {
        let first = text[range.lowerBound]
        guard first.isASCIIAlphanumeric || first >= 0x80 || first == UInt8(ascii: "(") || first == UInt8(ascii: "/")
        else {
            return false
        }
        for position in range {
            switch text[position] {
            case UInt8(ascii: ":"):
                if inFlow || position + 1 == range.upperBound || text[position + 1] == UInt8(ascii: " ") {
                    return false
                }
            case UInt8(ascii: "#"):
                if text[position - 1] == UInt8(ascii: " ") { return false }
            case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
                if inFlow { return false }
            default: break
            }
        }
        return true
    }

    private func readFlowList(_ range: Range<Int>, of line: Line) -> YAMLValue? {
        guard range.count >= 2, text[range.upperBound - 1] == UInt8(ascii: "]") else { return nil }
        let inner = range.lowerBound + 1..<range.upperBound - 1
        var items: [YAMLValue] = []
        items.reserveCapacity(4)
        var position = inner.lowerBound
        skipSpaces(&position, inner)
        while position < inner.upperBound {
            let start = position
            guard let end = flowItemEnd(from: start, inner) else { return nil }
            var trimmed = end
            while trimmed > start, text[trimmed - 1] == UInt8(ascii: " ") { trimmed -= 1 }
            guard start < trimmed, let item = readScalar(start..<trimmed, of: line, inFlow: true) else { return nil }
            items.append(item)
            if end == inner.upperBound { break }
            position = end + 1
            skipSpaces(&position, inner)
            // A comma at the end.
            if position == inner.upperBound { return nil }
        }
        return YAMLValue(.list(items), at: place(of: range.lowerBound, in: line))
    }

    /// The comma after an item, or the end of the list.
    private func flowItemEnd(from start: Int, _ range: Range<Int>) -> Int? {
        var position = start
        let first = text[start]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            guard let quote = text.firstIndex(of: first, from: start + 1), quote < range.upperBound else { return nil }
            position = quote + 1
        }
        while position < range.upperBound, text[position] != UInt8(ascii: ",") { position += 1 }
        return position
    }

    private func skipSpaces(_ position: inout Int, _ range: Range<Int>) {
        while position < range.upperBound, text[position] == UInt8(ascii: " ") { position += 1 }
    }

    func isNull(_ range: Range<Int>) -> Bool {
        let text = text.slice(range)
        return text.count == 4 && (text.has("null", at: 0) || text.has("Null", at: 0) || text.has("NULL", at: 0))
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: text.slice(range), as: UTF8.self)
    }

    func place(of position: Int, in line: Line) -> SourceLocation {
        var column = position - line.start + 1
        if !isASCII {
            for index in line.start..<position where text[index].isUTF8Continuation { column -= 1 }
        }
        return SourceLocation(file: file, line: line.number, column: column)
    }
}

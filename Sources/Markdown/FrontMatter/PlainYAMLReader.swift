import Diagnostics

/// Reads the subset of YAML that front matter is nearly always written in, and declines everything else.
///
/// One line a key: `key: text`, `key: "text"`, `key: [a, b]`; or `key:` with an indented list of texts or map of texts
/// under it. Whatever might mean something else in YAML is declined: a test holds this reader to what Yams reads.
struct PlainYAMLReader {
    private struct Line {
        /// Columns of white space before the text.
        var indent: Int
        var text: UnsafeBufferPointer<UInt8>
        var number: Int
    }

    private let file: String
    private let firstLine: Int

    init(file: String, firstLine: Int) {
        self.file = file
        self.firstLine = firstLine
    }

    /// Nil when the source is not in the subset.
    mutating func read(_ source: UnsafeBufferPointer<UInt8>) -> YAMLValue? {
        guard let lines = lines(of: source), let first = lines.first else { return nil }
        var entries: [YAMLEntry] = []
        entries.reserveCapacity(lines.count)
        var at = 0
        while at < lines.count {
            guard lines[at].indent == 0, var entry = entry(lines[at]) else { return nil }
            at += 1
            if entry.value.isNull {
                let start = at
                while at < lines.count, lines[at].indent > 0 || isItem(lines[at]) { at += 1 }
                guard start == at || addChildren(lines[start..<at], to: &entry.value) else { return nil }
            }
            entries.append(entry)
        }
        return YAMLValue(.map(entries), at: location(first, offset: 0))
    }

    // MARK: Lines

    /// The lines that are neither blank nor comments; nil when one holds a tab, a carriage return or a marker.
    private func lines(of source: UnsafeBufferPointer<UInt8>) -> [Line]? {
        var lines: [Line] = []
        lines.reserveCapacity(16)
        var start = 0
        var number = firstLine
        while start < source.count {
            var end = start
            while end < source.count, source[end] != UInt8(ascii: "\n") {
                let byte = source[end]
                if byte < 0x20 || byte == 0x7F { return nil }
                end += 1
            }
            var text = start
            while text < end, source[text] == space { text += 1 }
            var last = end
            while last > text, source[last - 1] == space { last -= 1 }
            if text < last, source[text] != UInt8(ascii: "#") {
                let buffer = UnsafeBufferPointer(rebasing: source[text..<last])
                lines.append(Line(indent: text - start, text: buffer, number: number))
            }
            number += 1
            start = end + 1
        }
        return lines
    }

    private func location(_ line: Line, offset: Int) -> SourceLocation {
        let characters = line.text[..<offset].count { $0 & 0xC0 != 0x80 }
        return SourceLocation(file: file, line: line.number, column: line.indent + characters + 1)
    }

    private func isItem(_ line: Line) -> Bool {
        line.text[0] == UInt8(ascii: "-") && (line.text.count == 1 || line.text[1] == space)
    }

    // MARK: Keys and values

    /// `key: value`; a key without a value has a null one.
    private func entry(_ line: Line) -> YAMLEntry? {
        let text = line.text
        var end = 0
        while end < text.count, isKeyByte(text[end]) { end += 1 }
        guard end > 0, end < text.count, text[end] == UInt8(ascii: ":"), !isNumberOrDash(text[0]) else { return nil }
        var start = end + 1
        guard start == text.count || text[start] == space else { return nil }
        while start < text.count, text[start] == space { start += 1 }
        let place = location(line, offset: start == text.count ? end + 1 : start)
        guard let content = start == text.count ? .null : value(line, from: start) else { return nil }
        return YAMLEntry(
            key: String(decoding: UnsafeBufferPointer(rebasing: text[..<end]), as: UTF8.self),
            at: location(line, offset: 0), value: YAMLValue(content, at: place))
    }

    private func value(_ line: Line, from start: Int) -> YAMLValue.Content? {
        line.text[start] == UInt8(ascii: "[") ? flowList(line, from: start) : scalar(line.text[start...])
    }

    private func flowList(_ line: Line, from start: Int) -> YAMLValue.Content? {
        let text = line.text
        guard text.last == UInt8(ascii: "]") else { return nil }
        let inner = text[(start + 1)..<(text.count - 1)]
        if inner.allSatisfy({ $0 == space }) { return .list([]) }
        var items: [YAMLValue] = []
        var at = inner.startIndex
        while true {
            while at < inner.endIndex, inner[at] == space { at += 1 }
            var end = at
            if at < inner.endIndex, inner[at] == UInt8(ascii: "\"") || inner[at] == UInt8(ascii: "'") {
                guard let close = inner[(at + 1)...].firstIndex(of: inner[at]) else { return nil }
                end = close + 1
            } else {
                while end < inner.endIndex, inner[end] != UInt8(ascii: ",") {
                    if isFlowByte(inner[end]) || inner[end] == UInt8(ascii: ":") { return nil }
                    end += 1
                }
            }
            var last = end
            while last > at, inner[last - 1] == space { last -= 1 }
            guard last > at, let content = scalar(inner[at..<last]) else { return nil }
            items.append(YAMLValue(content, at: location(line, offset: at)))
            while end < inner.endIndex, inner[end] == space { end += 1 }
            if end == inner.endIndex { return .list(items) }
            guard inner[end] == UInt8(ascii: ",") else { return nil }
            at = end + 1
        }
    }

    private func scalar(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> YAMLValue.Content? {
        guard let first = text.first else { return nil }
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            let inner = text.dropFirst()
            guard let close = inner.firstIndex(of: first), close == text.endIndex - 1,
                !inner.contains(UInt8(ascii: "\\")) || first == UInt8(ascii: "'")
            else { return nil }
            return .scalar(string(inner[..<close]))
        }
        guard !isIndicator(first), isPlain(text) else { return nil }
        if text.count == 4, string(text) == "null" { return .null }
        return .scalar(string(text))
    }

    /// A plain scalar ends at `: ` and ` #`, which would make it something else.
    private func isPlain(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        for index in text.indices {
            let next = index + 1
            if text[index] == UInt8(ascii: ":"), next == text.endIndex || text[next] == space { return false }
            if text[index] == UInt8(ascii: "#"), index > text.startIndex, text[index - 1] == space { return false }
        }
        return true
    }

    // MARK: What stands under a key

    private func addChildren(_ lines: ArraySlice<Line>, to value: inout YAMLValue) -> Bool {
        guard let first = lines.first else { return false }
        if isItem(first) {
            var items: [YAMLValue] = []
            for line in lines {
                guard line.indent == first.indent, isItem(line), let item = item(line) else { return false }
                items.append(item)
            }
            value = YAMLValue(.list(items), at: location(first, offset: 0))
            return true
        }
        var entries: [YAMLEntry] = []
        for line in lines {
            guard line.indent == first.indent, let entry = entry(line) else { return false }
            entries.append(entry)
        }
        value = YAMLValue(.map(entries), at: location(first, offset: 0))
        return true
    }

    private func item(_ line: Line) -> YAMLValue? {
        var start = 1
        while start < line.text.count, line.text[start] == space { start += 1 }
        guard start < line.text.count, line.text[start] != UInt8(ascii: "["),
            let content = scalar(line.text[start...])
        else { return nil }
        return YAMLValue(content, at: location(line, offset: start))
    }

    // MARK: Bytes

    private var space: UInt8 { UInt8(ascii: " ") }

    private func string(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
    }

    private func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private func isNumberOrDash(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") }

    private func isFlowByte(_ byte: UInt8) -> Bool { "[]{}".utf8.contains(byte) }

    /// Bytes that mean something at the beginning of a value.
    private func isIndicator(_ byte: UInt8) -> Bool { "-?:,[]{}#&*!|>'\"%@`~".utf8.contains(byte) }
}

import Diagnostics

/// Reads the subset of YAML that nearly all front matter is written in, several hundred times as fast as a full reader:
/// block maps and lists, plain and quoted text on one line, `[a, b]`.
///
/// Wherever a text could mean anything else, it gives up: every method returns nil for "not that simple".
struct PlainYAMLReader {
    /// A line that holds something: where its content stands, without indentation and trailing white space.
    struct Line {
        var number: Int
        var start: Int
        var content: Range<Int>

        var indentation: Int { content.lowerBound - start }
    }

    private static let depthLimit = 8

    let text: UnsafeBufferPointer<UInt8>
    private(set) var lines: [Line] = []
    private(set) var next = 0
    let isASCII: Bool
    let file: String

    init(_ text: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int) {
        self.text = text
        self.file = file
        isASCII = text.allSatisfy { $0 < 0x80 }
        lines = PlainYAMLReader.lines(of: text, firstLine: firstLine) ?? []
    }

    mutating func read() -> YAMLValue? {
        guard let first = lines.first, first.indentation == 0, isReadable() else { return nil }
        guard let map = readMap(indentation: 0, depth: 0), next == lines.count else { return nil }
        return YAMLValue(.map(map), at: place(of: first.content.lowerBound, in: first))
    }

    /// Characters that YAML reads as line ends, as a mark of byte order or not at all are for the full reader.
    private func isReadable() -> Bool {
        if isASCII { return true }
        guard String(validating: text, as: UTF8.self) != nil else { return false }
        for position in text.indices {
            switch text[position] {
            case 0xC2: if text[position + 1] < 0xA0 { return false }
            case 0xE2: if text[position + 1] == 0x80, text[position + 2] & 0xFE == 0xA8 { return false }
            case 0xEF: return false
            default: break
            }
        }
        return true
    }

    /// Nil when there are tabs or other control characters.
    private static func lines(of text: UnsafeBufferPointer<UInt8>, firstLine: Int) -> [Line]? {
        var lines: [Line] = []
        lines.reserveCapacity(12)
        var number = firstLine
        var start = 0
        while start < text.count {
            let lineEnd = text.firstIndex(of: UInt8(ascii: "\n"), from: start) ?? text.count
            var end = lineEnd
            if end > start, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
            for position in start..<end where text[position] < 0x20 || text[position] == 0x7F { return nil }
            var content = start
            while content < end, text[content] == UInt8(ascii: " ") { content += 1 }
            while end > content, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
            if content < end, text[content] != UInt8(ascii: "#") {
                lines.append(Line(number: number, start: start, content: content..<end))
            }
            number += 1
            start = lineEnd + 1
        }
        return lines
    }

    // MARK: - Blocks

    private mutating func readMap(indentation: Int, depth: Int) -> [YAMLEntry]? {
        guard depth < Self.depthLimit else { return nil }
        var entries: [YAMLEntry] = []
        entries.reserveCapacity(min(lines.count - next, 12))
        while next < lines.count, lines[next].indentation >= indentation {
            let line = lines[next]
            guard line.indentation == indentation, let colon = keyEnd(in: line.content) else { return nil }
            let key = string(line.content.lowerBound..<colon)
            // A repeated key is an error, which the full reader words.
            guard !entries.contains(where: { $0.key == key }) else { return nil }
            next += 1
            var start = colon + 1
            while start < line.content.upperBound, text[start] == UInt8(ascii: " ") { start += 1 }
            let rest = start..<line.content.upperBound
            guard let value = rest.isEmpty ? readBlock(below: line, depth: depth) : readInline(rest, of: line) else {
                return nil
            }
            entries.append(YAMLEntry(key: key, at: place(of: line.content.lowerBound, in: line), value: value))
        }
        return entries
    }

    /// The colon after a plain key: letters, digits, `_` and `-`, then white space or the end of the line.
    private func keyEnd(in content: Range<Int>) -> Int? {
        var position = content.lowerBound
        guard text[position].isASCIILetter || text[position] == UInt8(ascii: "_") else { return nil }
        while position < content.upperBound {
            let byte = text[position]
            if byte == UInt8(ascii: ":") {
                let isEnd = position + 1 == content.upperBound || text[position + 1] == UInt8(ascii: " ")
                // Some words are not text.
                return isEnd && !isNull(content.lowerBound..<position) ? position : nil
            }
            guard byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") else { return nil }
            position += 1
        }
        return nil
    }

    /// The value of a key that ends its line: a list, a map, or nothing.
    private mutating func readBlock(below key: Line, depth: Int) -> YAMLValue? {
        guard next < lines.count else { return empty(of: key) }
        let line = lines[next]
        let place = place(of: line.content.lowerBound, in: line)
        if line.indentation >= key.indentation, isItem(line) {
            guard let items = readList(indentation: line.indentation) else { return nil }
            return YAMLValue(.list(items), at: place)
        }
        guard line.indentation > key.indentation else { return empty(of: key) }
        guard let entries = readMap(indentation: line.indentation, depth: depth + 1) else { return nil }
        // Less indented than the map, more than its key: no valid YAML.
        if next < lines.count, lines[next].indentation > key.indentation { return nil }
        return YAMLValue(.map(entries), at: place)
    }

    private func empty(of key: Line) -> YAMLValue {
        YAMLValue(.null, at: place(of: key.content.lowerBound, in: key))
    }

    private func isItem(_ line: Line) -> Bool {
        text[line.content.lowerBound] == UInt8(ascii: "-")
            && (line.content.count == 1 || text[line.content.lowerBound + 1] == UInt8(ascii: " "))
    }

    private mutating func readList(indentation: Int) -> [YAMLValue]? {
        var items: [YAMLValue] = []
        while next < lines.count, lines[next].indentation >= indentation {
            let line = lines[next]
            guard line.indentation == indentation, isItem(line) else {
                // A list may stand at its key's own indentation: then the next key ends it.
                return line.indentation == indentation && !isItem(line) ? items : nil
            }
            next += 1
            var start = line.content.lowerBound + 1
            while start < line.content.upperBound, text[start] == UInt8(ascii: " ") { start += 1 }
            guard start < line.content.upperBound, let item = readInline(start..<line.content.upperBound, of: line)
            else {
                return nil
            }
            items.append(item)
        }
        return items
    }
}

/// A source as libcmark will read it, and the way back from it to the author's lines.
struct PreparedSource {
    /// What the author wrote, cleaned.
    let original: UnsafeBufferPointer<UInt8>
    /// What libcmark reads: the same, or a rewritten copy.
    let text: UnsafeBufferPointer<UInt8>
    let features: SourceFeatures
    let isRewritten: Bool
    let lines: SourceLines
    let originalLines: SourceLines
    /// The author's line of each line of `text`, from 1; empty when they are the same.
    let lineMap: [Int32]
    let markers: [Marker]
    /// Lines of `text` that may be the second line of a table, ascending.
    let delimiterRows: [Int32]
}

/// What a line is to us, before libcmark has said where blocks begin and end.
enum LineKind {
    case plain
    /// The second line of a table, if it follows a line with as many cells.
    case delimiterRow
    case marker(Marker.Kind, at: Int)
    /// Nested so deeply that libcmark would need time out of all proportion; the next sign stands at the position.
    case tooDeep(at: Int)
}

/// Tells what the lines of a source are.
struct LineClassifier {
    /// Quotes and list items that one line may open: far more than anybody writes.
    static let depthLimit = 100

    let text: UnsafeBufferPointer<UInt8>
    let options: MarkdownOptions
    private var previousIsBlank = true
    private var previousIsFootnote = false

    init(_ text: UnsafeBufferPointer<UInt8>, _ options: MarkdownOptions) {
        self.text = text
        self.options = options
    }

    /// To be called for each line in turn.
    mutating func classify(_ line: Range<Int>) -> LineKind {
        var position = line.lowerBound
        while position < line.upperBound, text[position].isSpaceOrTab { position += 1 }
        let isBlank = position == line.upperBound || text[position] == UInt8(ascii: "\n")
        var isFootnote = false
        defer {
            previousIsBlank = isBlank
            previousIsFootnote = isFootnote
        }
        if isBlank { return .plain }
        // Nearly all lines begin with a letter.
        guard text[position].isASCIIPunctuation || text[position].isASCIIDigit else { return .plain }
        let prefix = LinePrefix(text, line, limit: Self.depthLimit)
        if let overflow = prefix.overflow { return .tooDeep(at: overflow) }
        if isDelimiterRow(line) { return .delimiterRow }
        guard prefix.end < line.upperBound else { return .plain }
        switch text[prefix.end] {
        case UInt8(ascii: ":"):
            return directive(at: prefix.end, line)
        case UInt8(ascii: "["):
            guard isFootnoteDefinition(at: prefix.end, prefix, line) else { return .plain }
            isFootnote = true
            return .marker(.footnote, at: prefix.end)
        default:
            return .plain
        }
    }

    private func directive(at start: Int, _ line: Range<Int>) -> LineKind {
        guard options.directives, text.has(":::", at: start) else { return .plain }
        var position = start
        while position < line.upperBound, text[position] == UInt8(ascii: ":") { position += 1 }
        while position < line.upperBound, text[position].isSpaceOrTab { position += 1 }
        let isEnd = position == line.upperBound || text[position] == UInt8(ascii: "\n")
        return .marker(isEnd ? .directiveEnd : .directiveStart, at: start)
    }

    /// `[^label]:`, where it cannot be the continuation of a paragraph that is indented like code.
    private func isFootnoteDefinition(at start: Int, _ prefix: LinePrefix, _ line: Range<Int>) -> Bool {
        guard options.footnotes, text.has(UInt8(ascii: "^"), at: start + 1) else { return false }
        if prefix.indentation >= 4, !previousIsBlank, !previousIsFootnote { return false }
        guard let label = FootnoteLabel.range(text, at: start, before: line.upperBound) else { return false }
        return text.has(UInt8(ascii: ":"), at: label.upperBound + 1)
    }

    /// Only `|`, `-`, `:` and white space, perhaps in a quote; what it really is, is found out with its paragraph.
    private func isDelimiterRow(_ line: Range<Int>) -> Bool {
        guard options.gfm else { return false }
        var hasDash = false
        var hasBar = false
        for position in line {
            switch text[position] {
            case UInt8(ascii: "-"): hasDash = true
            case UInt8(ascii: "|"), UInt8(ascii: ":"): hasBar = true
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), UInt8(ascii: "\n"): break
            default: return false
            }
        }
        return hasDash && hasBar
    }
}

/// `[^label]`
enum FootnoteLabel {
    /// Where the label stands in `[^label]` at `start`: no white space and no brackets, and not empty.
    static func range(_ text: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int) -> Range<Int>? {
        guard text.has("[^", at: start) else { return nil }
        var position = start + 2
        while position < end {
            let byte = text[position]
            if byte == UInt8(ascii: "]") { return position > start + 2 ? start + 2..<position : nil }
            if byte.isASCIIWhitespace || byte == UInt8(ascii: "[") { return nil }
            position += 1
        }
        return nil
    }
}

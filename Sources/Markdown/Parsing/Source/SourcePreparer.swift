/// Rewrites a source so that libcmark, which knows nothing of our syntax, finds its blocks where they are.
///
/// A directive's opening and closing lines become comments on the same line; a footnote's definition becomes a comment
/// and a list item, whose continuation lines are the same as the definition's; escaped characters of our own syntax become
/// substitutes. A source without any of these is read as it is.
struct SourcePreparer {
    let original: UnsafeBufferPointer<UInt8>
    let options: MarkdownOptions
    let features: SourceFeatures
    let lines: SourceLines
    /// The author's lines that nest too deeply, with the column.
    private(set) var deepPlaces: [(line: Int32, column: Int32)] = []
    private(set) var output: [UInt8] = []
    private(set) var lineMap: [Int32] = []
    private(set) var markers: [Marker] = []
    private(set) var delimiterRows: [Int32] = []
    private(set) var isRewritten = false

    init(_ original: UnsafeBufferPointer<UInt8>, _ options: MarkdownOptions) {
        self.original = original
        self.options = options
        features = SourceFeatures(of: original, options: options)
        lines = SourceLines(original)
        if needsRewriting() {
            isRewritten = true
            rewrite()
        }
    }

    /// Also finds the delimiter rows, which is all that most pages have.
    private mutating func needsRewriting() -> Bool {
        if features.contains(.escapes) { return true }
        var classifier = LineClassifier(original, options)
        for line in 1...max(lines.count, 1) {
            switch classifier.classify(lines.range(of: line)) {
            case .plain: continue
            case .delimiterRow: delimiterRows.append(Int32(truncatingIfNeeded: line))
            case .marker, .tooDeep: return true
            }
        }
        return false
    }

    private mutating func rewrite() {
        delimiterRows = []
        output.reserveCapacity(original.count + original.count / 16)
        lineMap.reserveCapacity(lines.count)
        var classifier = LineClassifier(original, options)
        for number in 1...max(lines.count, 1) {
            let line = lines.range(of: number)
            lineMap.append(Int32(truncatingIfNeeded: number))
            switch classifier.classify(line) {
            case .plain:
                copy(line)
            case .delimiterRow:
                delimiterRows.append(Int32(truncatingIfNeeded: lineMap.count))
                copy(line)
            case .marker(let kind, let start):
                writeMarker(kind, at: start, in: line, number)
            case .tooDeep(let start):
                deepPlaces.append((Int32(truncatingIfNeeded: number), column(of: start, in: line)))
                escapeSign(at: start, in: line)
            }
        }
    }

    private mutating func writeMarker(_ kind: Marker.Kind, at start: Int, in line: Range<Int>, _ number: Int) {
        let end = original.has(UInt8(ascii: "\n"), at: line.upperBound - 1) ? line.upperBound - 1 : line.upperBound
        output.append(contentsOf: original.slice(line.lowerBound..<start))
        Marker.comment(markers.count, to: &output)
        output.append(UInt8(ascii: "\n"))
        markers.append(
            Marker(
                kind: kind, range: start..<end, line: Int32(truncatingIfNeeded: number),
                column: column(of: start, in: line)))
        guard kind == .footnote else { return }
        lineMap.append(Int32(truncatingIfNeeded: number))
        writeContinuation(of: line.lowerBound..<start)
        // Four columns, as far as a definition's continuation lines are indented.
        output.append("+   ")
        guard let label = FootnoteLabel.range(original, at: start, before: end) else { return }
        var text = label.upperBound + 2
        while text < end, original[text].isSpaceOrTab { text += 1 }
        copy(text..<line.upperBound)
    }

    /// The prefix of a line, such that the next line continues the same containers: signs of lists become spaces.
    private mutating func writeContinuation(of prefix: Range<Int>) {
        for position in prefix {
            let byte = original[position]
            output.append(byte.isSpaceOrTab || byte == UInt8(ascii: ">") ? byte : UInt8(ascii: " "))
        }
    }

    private mutating func copy(_ range: Range<Int>) {
        guard features.contains(.escapes) else {
            output.append(contentsOf: original.slice(range))
            return
        }
        original.appendSubstitutingEscapes(in: range, to: &output)
    }

    /// Makes text of the sign of a list or a quote, and with it of everything that follows on the line.
    private mutating func escapeSign(at start: Int, in line: Range<Int>) {
        var sign = start
        while sign < line.upperBound, original[sign].isASCIIDigit { sign += 1 }
        copy(line.lowerBound..<sign)
        output.append(UInt8(ascii: "\\"))
        copy(sign..<line.upperBound)
    }

    private func column(of position: Int, in line: Range<Int>) -> Int32 {
        Int32(truncatingIfNeeded: 1 + original.characterCount(in: line.lowerBound..<position))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Copies a range; `\~`, `\:` and the `\[` of `\[^` become their substitutes.
    func appendSubstitutingEscapes(in range: Range<Int>, to output: inout [UInt8]) {
        var start = range.lowerBound
        var position = start
        while let found = firstIndex(of: UInt8(ascii: "\\"), from: position), found + 1 < range.upperBound {
            let next = self[found + 1]
            position = found + (next.isASCIIPunctuation ? 2 : 1)
            guard let third = Substitute.forEscaped(next) else { continue }
            if next == UInt8(ascii: "["), !has(UInt8(ascii: "^"), at: found + 2) { continue }
            output.append(contentsOf: slice(start..<found))
            output.append(contentsOf: [Substitute.lead, Substitute.second, third])
            start = found + 2
        }
        output.append(contentsOf: slice(start..<range.upperBound))
    }
}

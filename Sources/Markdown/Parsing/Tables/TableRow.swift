/// One line of a table, split at its bars.
struct TableRow {
    /// The cells' texts without white space around them; escaped bars are still escaped.
    private(set) var cells: [Range<Int>] = []
    private(set) var hasBar = false

    /// - Parameter line: the line without its containers' signs and its line end.
    init(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
        var line = TableRow.trim(text, line)
        if !line.isEmpty, text[line.lowerBound] == UInt8(ascii: "|") {
            hasBar = true
            line = line.lowerBound + 1..<line.upperBound
        }
        // Room for those of nearly every table.
        cells.reserveCapacity(8)
        let content = text.slice(0..<line.upperBound)
        var start = line.lowerBound
        var position = start
        while let bar = content.firstIndex(of: UInt8(ascii: "|"), from: position) {
            position = bar + 1
            if TableRow.isEscaped(content, bar, from: line.lowerBound) { continue }
            hasBar = true
            cells.append(TableRow.trim(text, start..<bar))
            start = position
        }
        // A bar at the end closes the last cell and opens none.
        let rest = TableRow.trim(text, start..<line.upperBound)
        if !rest.isEmpty || cells.isEmpty { cells.append(rest) }
    }

    /// Whether an odd number of backslashes stands before a sign.
    private static func isEscaped(_ text: UnsafeBufferPointer<UInt8>, _ sign: Int, from start: Int) -> Bool {
        var first = sign
        while first > start, text[first - 1] == UInt8(ascii: "\\") { first -= 1 }
        return (sign - first) % 2 == 1
    }

    private static func trim(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start].isASCIIWhitespace { start += 1 }
        while end > start, text[end - 1].isASCIIWhitespace { end -= 1 }
        return start..<end
    }

    /// The columns' alignments, when this is a delimiter row.
    func alignments(_ text: UnsafeBufferPointer<UInt8>) -> [Document.Alignment]? {
        var alignments: [Document.Alignment] = []
        for cell in cells {
            guard let first = cell.first, let last = cell.last else { return nil }
            let left = text[first] == UInt8(ascii: ":")
            let right = last > first && text[last] == UInt8(ascii: ":")
            let dashes = cell.lowerBound + (left ? 1 : 0)..<cell.upperBound - (right ? 1 : 0)
            guard !dashes.isEmpty, dashes.allSatisfy({ text[$0] == UInt8(ascii: "-") }) else { return nil }
            alignments.append(left ? (right ? .center : .left) : (right ? .right : .none))
        }
        return alignments
    }

    /// Appends a cell's text with its escaped bars as bars.
    static func append(_ text: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>, to output: inout [UInt8]) {
        var (start, position) = (cell.lowerBound, cell.lowerBound)
        while position + 1 < cell.upperBound {
            if text[position] == UInt8(ascii: "\\") {
                if text[position + 1] == UInt8(ascii: "|") {
                    output.append(contentsOf: text.slice(start..<position))
                    start = position + 1
                }
                position += 1  // another sign that is escaped is not looked at
            }
            position += 1
        }
        output.append(contentsOf: text.slice(start..<cell.upperBound))
    }
}

/// Finds tables in what libcmark takes for paragraphs, and makes their nodes; the cells' texts go to `fragments`.
struct TableReader {
    let text: UnsafeBufferPointer<UInt8>
    let lines: SourceLines
    /// Ascending; see `PreparedSource`.
    let delimiterRows: [Int32]
    var fragments = Fragments()
    private var nextRow = 0
    /// Cells added to rows that are too short: bounded, since a wide header would multiply a page by its rows.
    private var addedCells = 0
    private static let addedCellsLimit = 200_000

    init(text: UnsafeBufferPointer<UInt8>, lines: SourceLines, delimiterRows: [Int32]) {
        self.text = text
        self.lines = lines
        self.delimiterRows = delimiterRows
    }

    /// The last line of a paragraph that may hold a table, or nil. To be asked for each paragraph in turn.
    mutating func lastLine(from first: Int32, to last: Int32) -> Int32? {
        while nextRow < delimiterRows.count, delimiterRows[nextRow] <= first { nextRow += 1 }
        return nextRow < delimiterRows.count && delimiterRows[nextRow] <= last ? last : nil
    }

    /// Makes a table of a paragraph, or of its later lines. Returns false when there is none in it.
    mutating func read(
        paragraph: TreeBuilder.Index, lines range: ClosedRange<Int32>, _ lineMap: LineMap,
        into builder: inout TreeBuilder
    ) -> Bool {
        let isHeading = builder.nodes[Int(paragraph)].kind == .heading
        let quotes = builder.quoteDepth(of: paragraph)
        let column = builder.nodes[Int(paragraph)].column
        let underline = isHeading ? underline(endingBy: range.upperBound, quotes) : range.upperBound + 1
        let last = underline - 1
        var row = nextRow
        while row < delimiterRows.count, delimiterRows[row] <= last {
            let line = delimiterRows[row]
            row += 1
            let header = content(of: line - 1, first: range.lowerBound, column, quotes)
            let headerRow = TableRow(text, header)
            let delimiterRow = TableRow(text, content(of: line, first: range.lowerBound, column, quotes))
            guard headerRow.hasBar || delimiterRow.hasBar, let alignments = delimiterRow.alignments(text),
                alignments.count == headerRow.cells.count
            else { continue }
            let table = place(paragraph, before: line - 1, from: range.lowerBound, lineMap, column, quotes, &builder)
            builder.nodes[Int(table)].line = lineMap.fileLine(line - 1)
            addRow(headerRow, to: table, alignments, isHeader: true, line - 1, lineMap, &builder)
            for line in line + 1..<max(line + 1, last + 1) {
                let row = TableRow(text, content(of: line, first: range.lowerBound, column, quotes))
                addRow(row, to: table, alignments, isHeader: false, line, lineMap, &builder)
            }
            if isHeading { finishUnderlined(table, by: underline, alignments, quotes, lineMap, &builder) }
            return true
        }
        return false
    }

    /// The table's node: the paragraph's own, unless lines before the header stay a paragraph.
    private mutating func place(
        _ paragraph: TreeBuilder.Index, before header: Int32, from first: Int32, _ lineMap: LineMap,
        _ column: Int32, _ quotes: Int, _ builder: inout TreeBuilder
    ) -> TreeBuilder.Index {
        guard header > first else {
            builder.nodes[Int(paragraph)].kind = .table
            builder.nodes[Int(paragraph)].flags = []
            builder.nodes[Int(paragraph)].level = 0
            return paragraph
        }
        builder.nodes[Int(paragraph)].kind = .paragraph
        let lines = (first..<header).map { text.slice(content(of: $0, first: first, column, quotes)) }
        fragments.addParagraph(to: paragraph, fileLine: lineMap.fileLine(first), lines)
        let table = builder.add(.table, line: lineMap.fileLine(header), column: column)
        builder.insert(table, after: paragraph, in: builder.nodes[Int(paragraph)].parentIndex)
        return table
    }

    private mutating func addRow(
        _ row: TableRow, to table: TreeBuilder.Index, _ alignments: [Document.Alignment], isHeader: Bool, _ line: Int32,
        _ lineMap: LineMap, _ builder: inout TreeBuilder
    ) {
        let fileLine = lineMap.fileLine(line)
        let rowNode = builder.add(.tableRow, line: fileLine, column: 1)
        builder.append(rowNode, to: table)
        if isHeader { builder.nodes[Int(rowNode)].flags.insert(.header) }
        let lineStart = lines.range(of: Int(line)).lowerBound
        for (column, alignment) in alignments.enumerated() {
            if column >= row.cells.count {
                addedCells += 1
                if addedCells > Self.addedCellsLimit { return }
            }
            let cell = builder.add(.tableCell, line: fileLine)
            builder.nodes[Int(cell)].level = UInt16(alignment.rawValue)
            if isHeader { builder.nodes[Int(cell)].flags.insert(.header) }
            builder.append(cell, to: rowNode)
            guard column < row.cells.count, !row.cells[column].isEmpty else { continue }
            let range = row.cells[column]
            builder.nodes[Int(cell)].column = Int32(truncatingIfNeeded: range.lowerBound - lineStart + 1)
            fragments.add(to: cell, fileLine: fileLine) { TableRow.append(text, range, to: &$0) }
        }
    }

    /// libcmark gives an underlined heading's last line as the line after its underline, but at the end of a text.
    private func underline(endingBy last: Int32, _ quotes: Int) -> Int32 {
        let line = content(of: last - 1, first: 0, 0, quotes)
        guard let sign = line.first.map({ text[$0] }), sign == UInt8(ascii: "-") || sign == UInt8(ascii: "=") else {
            return last
        }
        return line.allSatisfy { text[$0] == sign || text[$0].isSpaceOrTab } ? last - 1 : last
    }

    /// libcmark read a line of dashes after the table as the underline that makes a heading of it.
    private mutating func finishUnderlined(
        _ table: TreeBuilder.Index, by line: Int32, _ alignments: [Document.Alignment], _ quotes: Int,
        _ lineMap: LineMap, _ builder: inout TreeBuilder
    ) {
        let underline = content(of: line, first: 0, 0, quotes)
        if underline.isEmpty { return }
        if text[underline.lowerBound] == UInt8(ascii: "=") {
            addRow(TableRow(text, underline), to: table, alignments, isHeader: false, line, lineMap, &builder)
            return
        }
        let rule = builder.add(.thematicBreak, line: lineMap.fileLine(line), column: 1)
        builder.insert(rule, after: table, in: builder.nodes[Int(table)].parentIndex)
    }

    /// A paragraph's line without its containers' signs, white space and line end.
    private func content(of line: Int32, first: Int32, _ column: Int32, _ quotes: Int) -> Range<Int> {
        let range = lines.range(of: Int(line))
        var start = range.lowerBound
        var end = range.upperBound
        if end > start, text[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if line == first {
            start = min(start + Int(column) - 1, end)
        } else {
            start = skipQuotes(from: start, to: end, quotes)
        }
        return start..<max(start, end)
    }

    private func skipQuotes(from start: Int, to end: Int, _ quotes: Int) -> Int {
        var position = start
        var remaining = quotes
        while position < end {
            if text[position].isSpaceOrTab {
                position += 1
            } else if remaining > 0, text[position] == UInt8(ascii: ">") {
                remaining -= 1
                position += 1
            } else {
                return position
            }
        }
        return position
    }
}

extension TreeBuilder {
    /// How many quotes a node stands in.
    func quoteDepth(of index: Index) -> Int {
        var depth = 0
        var current = nodes[Int(index)].parentIndex
        while current >= 0 {
            if nodes[Int(current)].kind == .blockQuote { depth += 1 }
            current = nodes[Int(current)].parentIndex
        }
        return depth
    }
}

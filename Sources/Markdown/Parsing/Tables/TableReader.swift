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

    /// A table that is being read.
    private struct Table {
        var node: TreeBuilder.Index
        var alignments: [Document.Alignment]
        var lineMap: LineMap
    }

    init(text: UnsafeBufferPointer<UInt8>, lines: SourceLines, delimiterRows: [Int32]) {
        self.text = text
        self.lines = lines
        self.delimiterRows = delimiterRows
    }

    /// Whether a paragraph may hold a table. To be asked for each paragraph in turn.
    mutating func mayHoldTable(_ lines: ClosedRange<Int32>) -> Bool {
        while nextRow < delimiterRows.count, delimiterRows[nextRow] <= lines.lowerBound { nextRow += 1 }
        return nextRow < delimiterRows.count && delimiterRows[nextRow] <= lines.upperBound
    }

    /// Makes a table of a paragraph, or of some of its lines. Returns false when there is none in it.
    mutating func read(
        paragraph: TreeBuilder.Index, lines range: ClosedRange<Int32>, _ lineMap: LineMap,
        into builder: inout TreeBuilder
    ) -> Bool {
        let paragraph = ParagraphLines(paragraph, range, text, lines, in: builder)
        let isHeading = builder.nodes[Int(paragraph.node)].kind == .heading
        let underline = isHeading ? paragraph.underline() : paragraph.last + 1
        for delimiter in delimiterRows[nextRow...] {
            guard delimiter < underline else { return false }
            guard let (header, alignments) = header(above: delimiter, in: paragraph) else { continue }
            let node = place(paragraph, from: delimiter - 1, lineMap, in: &builder)
            let table = Table(node: node, alignments: alignments, lineMap: lineMap)
            addRow(header, isHeader: true, delimiter - 1, to: table, in: &builder)
            addBody(of: paragraph, delimiter + 1, before: underline, to: table, in: &builder)
            if isHeading { finish(table, underlinedBy: underline, of: paragraph, in: &builder) }
            return true
        }
        return false
    }

    /// The row above a delimiter row, when the two make a table.
    private func header(
        above delimiter: Int32, in paragraph: ParagraphLines
    ) -> (row: TableRow, alignments: [Document.Alignment])? {
        guard paragraph.missingContainer(of: delimiter) == nil, paragraph.missingContainer(of: delimiter - 1) == nil
        else {
            return nil
        }
        let row = TableRow(text, paragraph.content(of: delimiter - 1))
        let delimiterRow = TableRow(text, paragraph.content(of: delimiter))
        guard row.hasBar || delimiterRow.hasBar, let alignments = delimiterRow.alignments(text),
            alignments.count == row.cells.count
        else { return nil }
        return (row, alignments)
    }

    /// The table's node: the paragraph's own, unless lines before the header stay a paragraph.
    private mutating func place(
        _ paragraph: ParagraphLines, from header: Int32, _ lineMap: LineMap, in builder: inout TreeBuilder
    ) -> TreeBuilder.Index {
        guard header > paragraph.first else {
            builder.nodes[Int(paragraph.node)].kind = .table
            builder.nodes[Int(paragraph.node)].flags = []
            builder.nodes[Int(paragraph.node)].level = 0
            return paragraph.node
        }
        builder.nodes[Int(paragraph.node)].kind = .paragraph
        fragments.addParagraph(
            to: paragraph.node, fileLine: lineMap.fileLine(paragraph.first),
            paragraph.texts(of: paragraph.first..<header))
        let column = builder.nodes[Int(paragraph.node)].column
        let table = builder.add(.table, line: lineMap.fileLine(header), column: column)
        builder.insert(table, after: paragraph.node, in: builder.nodes[Int(paragraph.node)].parentIndex)
        return table
    }

    /// Adds the rows up to the first line that only a paragraph could continue with: that begins one of its own.
    private mutating func addBody(
        of paragraph: ParagraphLines, _ first: Int32, before end: Int32, to table: Table, in builder: inout TreeBuilder
    ) {
        var line = first
        while line < end {
            if let container = paragraph.missingContainer(of: line) {
                let rest = builder.add(.paragraph, line: table.lineMap.fileLine(line), column: 1)
                builder.insert(rest, afterLeaving: container, from: table.node)
                fragments.addParagraph(
                    to: rest, fileLine: table.lineMap.fileLine(line), paragraph.texts(of: line..<end))
                return
            }
            addRow(TableRow(text, paragraph.content(of: line)), isHeader: false, line, to: table, in: &builder)
            line += 1
        }
    }

    private mutating func addRow(
        _ row: TableRow, isHeader: Bool, _ line: Int32, to table: Table, in builder: inout TreeBuilder
    ) {
        let fileLine = table.lineMap.fileLine(line)
        var node = Document.Node(.tableRow)
        node.line = fileLine
        node.column = 1
        if isHeader { node.flags.insert(.header) }
        let rowIndex = builder.add(node, to: table.node)
        node.kind = .tableCell
        let lineStart = lines.range(of: Int(line)).lowerBound
        for (column, alignment) in table.alignments.enumerated() {
            if column >= row.cells.count {
                addedCells += 1
                if addedCells > Self.addedCellsLimit { return }
            }
            let range = column < row.cells.count ? row.cells[column] : 0..<0
            node.level = UInt16(alignment.rawValue)
            node.column = range.isEmpty ? 0 : Int32(truncatingIfNeeded: range.lowerBound - lineStart + 1)
            let cell = builder.add(node, to: rowIndex)
            if range.isEmpty { continue }
            if isPlain(range) {
                builder.addPlainText(text.slice(range), to: cell, line: fileLine)
            } else {
                fragments.add(to: cell, fileLine: fileLine) { TableRow.append(text, range, to: &$0) }
            }
        }
    }

    /// Letters, digits, spaces and commas can be nothing but text: most cells need no reading.
    private func isPlain(_ cell: Range<Int>) -> Bool {
        text[cell].allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }
    }

    /// libcmark read a line of dashes after the table as the underline that makes a heading of it.
    private mutating func finish(
        _ table: Table, underlinedBy line: Int32, of paragraph: ParagraphLines, in builder: inout TreeBuilder
    ) {
        let underline = paragraph.content(of: line)
        if underline.isEmpty { return }
        if text[underline.lowerBound] == UInt8(ascii: "=") {
            addRow(TableRow(text, underline), isHeader: false, line, to: table, in: &builder)
            return
        }
        let rule = builder.add(.thematicBreak, line: table.lineMap.fileLine(line), column: 1)
        builder.insert(rule, after: table.node, in: builder.nodes[Int(table.node)].parentIndex)
    }
}

extension TreeBuilder {
    fileprivate mutating func addPlainText(_ text: UnsafeBufferPointer<UInt8>, to parent: Index, line: Int32) {
        var node = Document.Node(.text)
        node.line = line
        node.setText(store(text))
        _ = add(node, to: parent)
    }

    /// Puts a paragraph after a quote that holds `node`. A list item keeps it, after what holds `node` in it: libcmark
    /// may still add items to its list, and the text's order counts more than the exact container.
    fileprivate mutating func insert(_ paragraph: Index, afterLeaving container: Index, from node: Index) {
        var previous = container
        if nodes[Int(container)].kind == .item {
            previous = node
            while nodes[Int(previous)].parentIndex != container { previous = nodes[Int(previous)].parentIndex }
        }
        let parent = nodes[Int(previous)].parentIndex
        insert(paragraph, after: previous, in: parent)
        if isTightItem(parent) { nodes[Int(paragraph)].flags.insert(.bare) }
    }
}

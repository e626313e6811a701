/// The lines of a block that libcmark took for one paragraph, without what their containers put before them.
struct ParagraphLines {
    let node: TreeBuilder.Index
    let first: Int32
    let last: Int32
    private let text: UnsafeBufferPointer<UInt8>
    private let lines: SourceLines
    private let column: Int
    private let prefix: ContainerPrefix

    init(
        _ node: TreeBuilder.Index, _ range: ClosedRange<Int32>, _ text: UnsafeBufferPointer<UInt8>,
        _ lines: SourceLines,
        in builder: TreeBuilder
    ) {
        self.node = node
        first = range.lowerBound
        last = range.upperBound
        self.text = text
        self.lines = lines
        column = Int(builder.nodes[Int(node)].column)
        prefix = ContainerPrefix(of: node, in: builder)
    }

    /// A line's content, without its line end.
    func content(of line: Int32) -> Range<Int> {
        let range = self.range(of: line)
        let start = line == first ? range.lowerBound + column - 1 : prefix.match(text, range).content
        return min(max(start, range.lowerBound), range.upperBound)..<range.upperBound
    }

    /// The outermost container that a line does not continue by its signs; nil when it continues all.
    func missingContainer(of line: Int32) -> TreeBuilder.Index? {
        line == first ? nil : prefix.match(text, range(of: line)).missing
    }

    func texts(of range: Range<Int32>) -> [UnsafeBufferPointer<UInt8>] {
        range.map { text.slice(content(of: $0)) }
    }

    /// The line that underlines a heading. libcmark gives the line after it as the heading's last, but at the end of
    /// a text.
    func underline() -> Int32 {
        let line = content(of: last - 1)
        guard last - 1 > first, let sign = line.first.map({ text[$0] }),
            sign == UInt8(ascii: "-") || sign == UInt8(ascii: "=")
        else { return last }
        return line.allSatisfy { text[$0] == sign || text[$0].isSpaceOrTab } ? last - 1 : last
    }

    private func range(of line: Int32) -> Range<Int> {
        let range = lines.range(of: Int(line))
        let endsLine = text.has(UInt8(ascii: "\n"), at: range.upperBound - 1) && !range.isEmpty
        return range.lowerBound..<range.upperBound - (endsLine ? 1 : 0)
    }
}

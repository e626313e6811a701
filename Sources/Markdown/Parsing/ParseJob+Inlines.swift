import Diagnostics

// What lies inside paragraphs, headings and cells, beyond CommonMark.
extension ParseJob {
    mutating func readInlines() {
        if features.contains(.inlineDirectives) { readInlineDirectives() }
        if features.contains(.footnotes) { readFootnoteReferences() }
        if features.contains(.addresses) {
            let reader = AutolinkReader()
            forEachText(with: nil) { index, builder in
                if !builder.nodes[Int(index)].flags.contains(.insideLink) { reader.read(index, in: &builder) }
            }
        }
        copier.builder.removeEmptyTexts()
        if features.contains(.strikethrough) {
            var reader = StrikethroughReader()
            forEachParent(ofTextWith: UInt8(ascii: "~")) { reader.read($0, in: &$1) }
        }
        if features.contains(.tasks) { copier.builder.readTaskItems() }
    }

    private mutating func readInlineDirectives() {
        var reader = InlineDirectiveReader()
        forEachParent(ofTextWith: UInt8(ascii: ":")) { reader.read($0, in: &$1) }
    }

    private mutating func readFootnoteReferences() {
        let definitions = Footnotes(footnotes, in: copier.builder, file: file, diagnostics: &diagnostics)
        var undefined: [(Range<Int32>, TreeBuilder.Index)] = []
        forEachText(with: UInt8(ascii: "[")) { index, builder in
            definitions.readReferences(in: index, of: &builder) { undefined.append(($0, $1)) }
        }
        for (label, text) in undefined {
            let bytes = copier.builder.bytes[Int(label.lowerBound)..<Int(label.upperBound)]
            let name = String(decoding: bytes, as: UTF8.self)
            let location = locate("[^\(name)]", onLineOf: text)
            diagnostics.append(
                Diagnostic(
                    "undefined-footnote", .warning, "footnote '\(name)' is not defined", at: location,
                    help: "add a line [^\(name)]: with its text, or write \\[^\(name)]"))
        }
    }

    /// The place of `sign` on the line where a node begins.
    private func locate(_ sign: String, onLineOf index: TreeBuilder.Index) -> SourceLocation {
        var location = copier.builder.location(of: index, file: file)
        location.column = 0
        let range = prepared.originalLines.range(of: location.line - firstLine + 1)
        let line = String(decoding: prepared.original.slice(range), as: UTF8.self)
        if let found = line.firstRange(of: sign) {
            location.column = line.distance(from: line.startIndex, to: found.lowerBound) + 1
        }
        return location
    }

    // MARK: - Going through texts

    /// Calls `body` with each text node that holds `byte` (with each at all when nil).
    private mutating func forEachText(with byte: UInt8?, _ body: (TreeBuilder.Index, inout TreeBuilder) -> Void) {
        for index in 0..<copier.builder.nodes.count where copier.builder.holds(byte, index) {
            body(TreeBuilder.Index(index), &copier.builder)
        }
    }

    /// Calls `body` once with each node that has a text with `byte` among its children.
    private mutating func forEachParent(
        ofTextWith byte: UInt8, _ body: (TreeBuilder.Index, inout TreeBuilder) -> Void
    ) {
        let count = copier.builder.nodes.count
        var isDone = [Bool](repeating: false, count: count)
        for index in 0..<count where copier.builder.holds(byte, index) {
            let parent = copier.builder.nodes[index].parentIndex
            guard parent >= 0, parent < count, !isDone[Int(parent)] else { continue }
            isDone[Int(parent)] = true
            body(parent, &copier.builder)
        }
    }
}

extension TreeBuilder {
    fileprivate func holds(_ byte: UInt8?, _ index: Int) -> Bool {
        let node = nodes[index]
        guard node.kind == .text, node.textStart < node.textEnd else { return false }
        guard let byte else { return true }
        return bytes.withUnsafeBufferPointer { bytes in
            guard let found = bytes.firstIndex(of: byte, from: Int(node.textStart)) else { return false }
            return found < Int(node.textEnd)
        }
    }
}

import CCmark
import Diagnostics

/// The parse of one document: what is known of it so far, and the steps in their order.
struct ParseJob {
    let arena: ParseArena
    let prepared: PreparedSource
    let options: MarkdownOptions
    let file: String
    let firstLine: Int
    var copier: CmarkTreeCopier
    var fragments = Fragments()
    var footnotes: [TreeBuilder.Index] = []
    var diagnostics: [Diagnostic] = []

    init(
        _ prepared: PreparedSource, _ options: MarkdownOptions, _ arena: ParseArena, file: String, firstLine: Int
    ) {
        self.prepared = prepared
        self.options = options
        self.arena = arena
        self.file = file
        self.firstLine = firstLine
        var builder = TreeBuilder()
        builder.bytes.reserveCapacity(prepared.text.count + prepared.text.count / 8)
        builder.nodes.reserveCapacity(prepared.text.count / 24 + 16)
        _ = builder.add(.document, line: Int32(truncatingIfNeeded: firstLine), column: 1)
        copier = CmarkTreeCopier(builder: builder)
    }

    var features: SourceFeatures { prepared.features }

    mutating func run() -> Document {
        readBlocks()
        foldMarkers()
        readFragments()
        readInlines()
        placeFootnotes()
        InlineLocator(prepared, firstLine: firstLine).locate(in: &copier.builder)
        reportUnsafeLinks()
        if features.contains(.escapes) { copier.builder.restoreEscapes() }
        return Document(nodes: copier.builder.nodes, bytes: copier.builder.bytes)
    }

    private mutating func readBlocks() {
        copier.lineMap = LineMap(lines: prepared.lineMap, shift: Int32(truncatingIfNeeded: firstLine - 1))
        if prepared.isRewritten {
            copier.restorer = SourceRestorer(original: prepared.original, markers: prepared.markers)
        }
        if !prepared.delimiterRows.isEmpty {
            copier.tables = TableReader(
                text: prepared.text, lines: prepared.lines, delimiterRows: prepared.delimiterRows)
        }
        arena.parse(prepared.text) { copier.copyChildren(of: $0, to: 0) }
        fragments = copier.tables?.fragments ?? Fragments()
        copier.tables = nil
    }

    private mutating func foldMarkers() {
        guard !copier.markerParents.isEmpty else { return }
        let (file, shift) = (file, firstLine - 1)
        var folder = MarkerFolder(original: prepared.original, markers: prepared.markers, fragments: fragments) {
            SourceLocation(file: file, line: Int($0.line) + shift, column: Int($0.column))
        }
        for parent in copier.markerParents { folder.fold(parent, in: &copier.builder) }
        fragments = folder.fragments
        footnotes = folder.footnotes
        diagnostics += folder.diagnostics
    }

    private mutating func readFragments() {
        guard !fragments.isEmpty else { return }
        if features.contains(.definitions) { fragments.appendDefinitions(from: prepared.text) }
        fragments.text.withUnsafeBufferPointer { text in
            arena.parse(text) { fragments.distribute($0, with: &copier) }
        }
    }

    private mutating func readInlines() {
        if features.contains(.inlineDirectives) { readInlineDirectives() }
        if features.contains(.footnotes) { readFootnoteReferences() }
        if features.contains(.addresses) {
            let reader = AutolinkReader()
            forEachText(with: nil) { index, builder in
                if !builder.nodes[Int(index)].flags.contains(.insideLink) { reader.read(index, in: &builder) }
            }
        }
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

    private mutating func placeFootnotes() {
        guard !footnotes.isEmpty else { return }
        var unreported: [Diagnostic] = []
        let definitions = Footnotes(footnotes, in: copier.builder, file: file, diagnostics: &unreported)
        definitions.place(in: &copier.builder, root: 0, file: file, diagnostics: &diagnostics)
    }

    private mutating func reportUnsafeLinks() {
        guard options.directives else { return }
        for node in copier.builder.nodes where node.kind == .link || node.kind == .image {
            let destination = copier.builder.bytes[Int(node.textStart)..<Int(node.textEnd)]
            guard isUnsafeDestination(destination, isImage: node.kind == .image) else { continue }
            let location = SourceLocation(file: file, line: Int(node.line), column: Int(node.column))
            diagnostics.append(
                Diagnostic(
                    "unsafe-link", .error, "this address would run code or hide its content", at: location,
                    help: "link to a page, a file or an address that begins with https:"))
        }
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

    /// Makes the characters that an author escaped of their substitutes.
    fileprivate mutating func restoreEscapes() {
        for index in nodes.indices where nodes[index].kind == .text {
            var write = Int(nodes[index].textStart)
            var read = write
            let end = Int(nodes[index].textEnd)
            guard bytes[read..<end].contains(Substitute.lead) else { continue }
            while read < end {
                if read + 2 < end, bytes[read] == Substitute.lead, bytes[read + 1] == Substitute.second,
                    let escaped = Substitute.escaped(by: bytes[read + 2])
                {
                    bytes[write] = escaped
                    read += 3
                } else {
                    bytes[write] = bytes[read]
                    read += 1
                }
                write += 1
            }
            nodes[index].textEnd = Int32(truncatingIfNeeded: write)
        }
    }
}

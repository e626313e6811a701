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
        if features.contains(.definitions) { copier.definitions = (prepared.text, prepared.lines) }
        arena.parse(prepared.text) { copier.copyChildren(of: $0, to: 0) }
        fragments = copier.tables?.fragments ?? Fragments()
        copier.tables = nil
        copier.definitions = nil
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
}

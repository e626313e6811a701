import Diagnostics

/// Makes containers of the markers that libcmark passed through: directives and footnote definitions.
struct MarkerFolder {
    /// Directives that may stand in each other: rendering nests calls by this much.
    static let depthLimit = 32

    let original: UnsafeBufferPointer<UInt8>
    let markers: [Marker]
    let place: (Marker) -> SourceLocation
    var fragments: Fragments
    var diagnostics: [Diagnostic] = []
    /// Definitions, cut out of where they stood, in the order of the text.
    var footnotes: [TreeBuilder.Index] = []
    /// The containers that are open: the parent itself, then directives. An opening that could not be read stands for the
    /// container around it, so that its end closes it and nothing else.
    private var open: [(node: TreeBuilder.Index, colons: Int, marker: Int, isMalformed: Bool)] = []
    private var outerDepth = 0
    /// Openings beyond the limit, whose ends are to be passed over.
    private var ignoredOpenings = 0

    init(
        original: UnsafeBufferPointer<UInt8>, markers: [Marker], fragments: Fragments,
        place: @escaping (Marker) -> SourceLocation
    ) {
        self.original = original
        self.markers = markers
        self.fragments = fragments
        self.place = place
    }

    /// Sorts a node's children into the containers that its markers open and close.
    mutating func fold(_ parent: TreeBuilder.Index, in builder: inout TreeBuilder) {
        // A parent is named once for each run of markers among its children.
        guard !builder.nodes[Int(parent)].flags.contains(.folded) else { return }
        builder.nodes[Int(parent)].flags.insert(.folded)
        open = [(parent, 0, -1, false)]
        ignoredOpenings = 0
        outerDepth = builder.directiveDepth(of: parent)
        var child = builder.nodes[Int(parent)].firstIndex
        builder.nodes[Int(parent)].firstIndex = -1
        builder.nodes[Int(parent)].lastIndex = -1
        while child >= 0 {
            let current = child
            child = builder.nodes[Int(current)].nextIndex
            if builder.nodes[Int(current)].kind == .directive, builder.nodes[Int(current)].flags.isEmpty {
                let number = Int(builder.nodes[Int(current)].number)
                let used = handle(marker: number, at: current, followedBy: child, in: &builder)
                if used { child = builder.nodes[Int(child)].nextIndex }
            } else {
                append(current, to: &builder)
            }
        }
        closeDownTo(1, in: &builder)
    }

    mutating func append(_ node: TreeBuilder.Index, to builder: inout TreeBuilder) {
        guard let container = open.last?.node else { return }
        builder.append(node, to: container)
        // A directive's paragraphs are written as such even where the list around it is tight.
        if open.count > 1 { builder.nodes[Int(node)].flags.remove(.bare) }
    }

    /// Returns whether the following node was used up.
    private mutating func handle(
        marker number: Int, at node: TreeBuilder.Index, followedBy next: TreeBuilder.Index,
        in builder: inout TreeBuilder
    ) -> Bool {
        let marker = markers[number]
        switch marker.kind {
        case .directiveStart:
            openDirective(marker, number, at: node, in: &builder)
        case .directiveEnd:
            closeDirective(marker, in: &builder)
        case .footnote:
            return defineFootnote(marker, at: node, from: next, in: &builder)
        }
        return false
    }

    // MARK: - Directives

    private mutating func openDirective(
        _ marker: Marker, _ number: Int, at node: TreeBuilder.Index, in builder: inout TreeBuilder
    ) {
        let line: DirectiveLine
        do {
            line = try DirectiveLine(original, marker.range)
        } catch {
            report(error, marker)
            showAsText(marker, at: node, in: &builder)
            if let container = open.last?.node, open.count <= Self.depthLimit {
                open.append((container, colons(of: marker), number, isMalformed: true))
            }
            return
        }
        guard outerDepth + open.count <= Self.depthLimit else {
            if ignoredOpenings == 0 {
                diagnostics.append(
                    Diagnostic(
                        "nested-too-deeply", .error, "more than \(Self.depthLimit) directives inside each other",
                        at: place(marker), help: "close some of them with a line of colons before this one"))
            }
            ignoredOpenings += 1
            return
        }
        let location = place(marker)
        builder.nodes[Int(node)].number = 0
        builder.nodes[Int(node)].flags = line.arguments == nil ? [.folded] : [.folded, .hasArguments]
        builder.nodes[Int(node)].level = UInt16(truncatingIfNeeded: line.colons)
        builder.nodes[Int(node)].line = Int32(truncatingIfNeeded: location.line)
        builder.nodes[Int(node)].column = marker.column
        builder.nodes[Int(node)].setText(builder.store(original.slice(line.name)))
        if let arguments = line.arguments {
            builder.nodes[Int(node)].setExtra(builder.store(original.slice(arguments)))
        }
        append(node, to: &builder)
        open.append((node, line.colons, number, isMalformed: false))
        guard let label = line.label else { return }
        let labelNode = builder.add(.directiveLabel, line: Int32(truncatingIfNeeded: location.line))
        builder.nodes[Int(labelNode)].column = marker.column + Int32(label.lowerBound - marker.range.lowerBound)
        builder.append(labelNode, to: node)
        fragments.add(to: labelNode, fileLine: Int32(truncatingIfNeeded: location.line)) {
            original.appendSubstitutingEscapes(in: label, to: &$0)
        }
    }

    /// Closes the innermost directive, or the nearest one that was opened with as many colons.
    private mutating func closeDirective(_ marker: Marker, in builder: inout TreeBuilder) {
        if ignoredOpenings > 0 {
            ignoredOpenings -= 1
            return
        }
        let colons = colons(of: marker)
        guard open.count > 1 else {
            reportStrayEnd(marker)
            return
        }
        let matching = open.indices.dropFirst().last { open[$0].colons == colons } ?? open.count - 1
        closeDownTo(matching + 1, in: &builder)
        open.removeLast()
    }

    private func colons(of marker: Marker) -> Int {
        original[marker.range].prefix { $0 == UInt8(ascii: ":") }.count
    }

    /// Closes what was left open inside the first `count` containers.
    private mutating func closeDownTo(_ count: Int, in builder: inout TreeBuilder) {
        while open.count > count {
            let unclosed = open.removeLast()
            if unclosed.isMalformed { continue }
            let name = builder.nodes[Int(unclosed.node)].text
            let bytes = builder.bytes[Int(name.lowerBound)..<Int(name.upperBound)]
            diagnostics.append(
                Diagnostic(
                    "unclosed-directive", .error, "'\(String(decoding: bytes, as: UTF8.self))' is never closed",
                    at: place(markers[unclosed.marker]),
                    help: "add a line of \(String(repeating: ":", count: min(unclosed.colons, 10))) after its content"))
        }
    }
}

extension TreeBuilder {
    func directiveDepth(of index: Index) -> Int {
        var depth = 0
        var current = index
        while current >= 0 {
            if nodes[Int(current)].kind == .directive { depth += 1 }
            current = nodes[Int(current)].parentIndex
        }
        return depth
    }

    /// Moves all children of a node to the end of another's; paragraphs among them lose their tightness.
    mutating func moveChildren(of old: Index, to parent: Index) {
        var child = nodes[Int(old)].firstIndex
        nodes[Int(old)].firstIndex = -1
        nodes[Int(old)].lastIndex = -1
        while child >= 0 {
            let next = nodes[Int(child)].nextIndex
            nodes[Int(child)].flags.remove(.bare)
            append(child, to: parent)
            child = next
        }
    }
}

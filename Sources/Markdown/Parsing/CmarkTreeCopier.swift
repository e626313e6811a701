import CCmark

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Copies libcmark's tree into ours, node by node.
///
/// Walks by links, never by recursion, so that no depth of nesting can exhaust the stack.
struct CmarkTreeCopier {
    var builder: TreeBuilder
    var lineMap = LineMap()
    /// Set when the source was rewritten.
    var restorer: SourceRestorer?
    /// Reads the tables that libcmark takes for paragraphs.
    var tables: TableReader?
    /// Set when link definitions may stand at the start of paragraphs.
    var definitions: (text: UnsafeBufferPointer<UInt8>, lines: SourceLines)?
    /// Lines of definitions before the inlines that are being copied, which libcmark does not count.
    private var definitionLines: Int32 = 0
    /// Nodes among whose children stand markers, as `directive` nodes with the marker's number.
    var markerParents: [TreeBuilder.Index] = []

    init(builder: TreeBuilder) {
        self.builder = builder
    }

    mutating func copyChildren(of source: OpaquePointer, to parent: TreeBuilder.Index) {
        guard var current = cmark_node_first_child(source) else { return }
        var target = parent
        while true {
            let (copied, isWhole) = copy(current, to: target)
            if !isWhole, let child = cmark_node_first_child(current) {
                current = child
                target = copied
                continue
            }
            while true {
                if let next = cmark_node_next(current) {
                    current = next
                    break
                }
                guard let up = cmark_node_parent(current), up != source else { return }
                current = up
                target = builder.nodes[Int(target)].parentIndex
            }
        }
    }

    /// Returns the copy, and whether it is whole: its children have been seen to.
    private mutating func copy(
        _ node: OpaquePointer, to parent: TreeBuilder.Index
    ) -> (index: TreeBuilder.Index, isWhole: Bool) {
        let type = Int(cmark_node_get_type(node).rawValue)
        let kind = type < kindOfCmarkType.count ? kindOfCmarkType[type] : .text
        let line = cmark_node_get_start_line(node)
        if !kind.isInline {
            let mayDefine = kind == .paragraph && definitions != nil
            definitionLines = mayDefine ? linesOfDefinitions(in: node, from: line) : 0
        }
        let shift = kind.isInline ? definitionLines : 0
        var copy = Document.Node(kind)
        copy.line = lineMap.fileLine(line + shift)
        copy.column = cmark_node_get_start_column(node)
        switch kind {
        case .text:
            // Escaped characters in running text are restored last: until then they must not read as our syntax.
            copy.setText(builder.store(buffer(cmark_node_get_literal(node))))
            inheritLink(&copy, from: parent)
        case .code, .codeBlock:
            copy.setText(store(buffer(cmark_node_get_literal(node))))
            if kind == .codeBlock { copy.setExtra(store(buffer(cmark_node_get_fence_info(node)), hasEscapes: true)) }
        case .html:
            let literal = buffer(cmark_node_get_literal(node))
            copy.setText(store(literal))
            // A marker inside a paragraph is what the author wrote, not raw HTML.
            if restorer != nil, Marker.parse(literal, at: 0) != nil { copy.kind = .text }
        case .htmlBlock:
            copyHTMLBlock(buffer(cmark_node_get_literal(node)), to: &copy, in: parent)
        case .link, .image:
            copy.setText(store(buffer(cmark_node_get_url(node)), hasEscapes: true))
            copy.setExtra(store(buffer(cmark_node_get_title(node)), hasEscapes: true))
            copy.flags.insert(.insideLink)
        case .emphasis, .strong:
            inheritLink(&copy, from: parent)
        case .heading:
            copy.level = UInt16(truncatingIfNeeded: cmark_node_get_heading_level(node))
        case .paragraph:
            if builder.isTightItem(parent) { copy.flags.insert(.bare) }
        case .list:
            copyListFacts(node, to: &copy)
        default:
            break
        }
        let index = builder.add(copy, to: parent)
        let isWhole = (kind == .paragraph || kind == .heading) && readTable(node, at: index, from: line)
        return (index, isWhole)
    }

    private mutating func readTable(_ node: OpaquePointer, at index: TreeBuilder.Index, from line: Int32) -> Bool {
        let lines = line...max(line, cmark_node_get_end_line(node))
        guard tables?.mayHoldTable(lines) == true else { return false }
        return tables?.read(paragraph: index, lines: lines, lineMap, into: &builder) ?? false
    }

    /// The last inline of a paragraph ends where the paragraph does, but for definitions that were taken from its start.
    private func linesOfDefinitions(in paragraph: OpaquePointer, from line: Int32) -> Int32 {
        guard let definitions, let last = cmark_node_last_child(paragraph) else { return 0 }
        let start = definitions.lines.range(of: Int(line)).lowerBound + Int(cmark_node_get_start_column(paragraph)) - 1
        guard definitions.text.has(UInt8(ascii: "["), at: start) else { return 0 }
        return max(0, cmark_node_get_end_line(paragraph) - cmark_node_get_end_line(last))
    }

    private mutating func copyHTMLBlock(
        _ literal: UnsafeBufferPointer<UInt8>, to copy: inout Document.Node, in parent: TreeBuilder.Index
    ) {
        // Up to three spaces may stand before it.
        let start = literal.firstIndex { $0 != 0x20 } ?? 0
        if let restorer, let marker = Marker.parse(literal, at: start), marker.end >= literal.count - 1,
            marker.number < restorer.markers.count
        {
            copy.kind = .directive
            copy.number = Int32(truncatingIfNeeded: marker.number)
            if markerParents.last != parent { markerParents.append(parent) }
            return
        }
        copy.setText(store(literal))
    }

    private func copyListFacts(_ node: OpaquePointer, to copy: inout Document.Node) {
        if cmark_node_get_list_tight(node) != 0 { copy.flags.insert(.tight) }
        if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST {
            copy.flags.insert(.ordered)
            copy.number = cmark_node_get_list_start(node)
        }
    }

    private func inheritLink(_ copy: inout Document.Node, from parent: TreeBuilder.Index) {
        if builder.nodes[Int(parent)].flags.contains(.insideLink) { copy.flags.insert(.insideLink) }
    }

    /// Adds a text to the buffer as the author wrote it.
    /// - Parameter hasEscapes: whether backslashes are escapes in it, as in addresses and titles, and not in code.
    private mutating func store(_ text: UnsafeBufferPointer<UInt8>, hasEscapes: Bool = false) -> Range<Int32> {
        guard let restorer else { return builder.store(text) }
        let start = Int32(truncatingIfNeeded: builder.bytes.count)
        restorer.append(text, keepsBackslashes: !hasEscapes, to: &builder.bytes)
        return start..<Int32(truncatingIfNeeded: builder.bytes.count)
    }
}

/// From the lines that libcmark counted to those of the file.
struct LineMap {
    /// The line of the source for each line, from 1; empty when they are the same.
    var lines: [Int32] = []
    /// Lines of the file before the source.
    var shift: Int32 = 0

    @inline(__always)
    func fileLine(_ line: Int32) -> Int32 {
        guard !lines.isEmpty, line >= 1 else { return line == 0 ? 0 : line + shift }
        return lines[min(Int(line), lines.count) - 1] + shift
    }
}

private func buffer(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    let length = strlen(string)
    return string.withMemoryRebound(to: UInt8.self, capacity: length) {
        UnsafeBufferPointer(start: $0, count: length)
    }
}

/// libcmark's node types in the order of its enumeration.
private let kindOfCmarkType: [Document.Kind] = [
    .document, .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .document, .paragraph, .heading,
    .thematicBreak, .text, .softBreak, .lineBreak, .code, .html, .text, .emphasis, .strong, .link, .image,
]

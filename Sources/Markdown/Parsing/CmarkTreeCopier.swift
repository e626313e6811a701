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
        if !kind.isInline { definitionLines = kind == .paragraph ? linesOfDefinitions(in: node, from: line) : 0 }
        let shift = kind.isInline ? definitionLines : 0
        let copied = builder.add(kind, line: lineMap.fileLine(line + shift), column: cmark_node_get_start_column(node))
        builder.append(copied, to: parent)
        switch kind {
        case .text:
            setText(of: copied, to: buffer(cmark_node_get_literal(node)), isText: true)
            inheritLink(copied, from: parent)
        case .code, .html:
            setText(of: copied, to: buffer(cmark_node_get_literal(node)))
        case .htmlBlock:
            copyHTMLBlock(buffer(cmark_node_get_literal(node)), to: copied)
        case .codeBlock:
            setText(of: copied, to: buffer(cmark_node_get_literal(node)))
            setExtra(of: copied, to: buffer(cmark_node_get_fence_info(node)))
        case .link, .image:
            setText(of: copied, to: buffer(cmark_node_get_url(node)), isAddress: true)
            setExtra(of: copied, to: buffer(cmark_node_get_title(node)))
            builder.nodes[Int(copied)].flags.insert(.insideLink)
        case .emphasis, .strong:
            inheritLink(copied, from: parent)
        case .heading:
            builder.nodes[Int(copied)].level = UInt16(truncatingIfNeeded: cmark_node_get_heading_level(node))
            return (copied, readTable(node, at: copied, from: line))
        case .paragraph:
            if builder.isTightItem(parent) { builder.nodes[Int(copied)].flags.insert(.bare) }
            return (copied, readTable(node, at: copied, from: line))
        case .list:
            copyListFacts(node, to: copied)
        default:
            break
        }
        return (copied, false)
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

    private mutating func copyHTMLBlock(_ literal: UnsafeBufferPointer<UInt8>, to index: TreeBuilder.Index) {
        // Up to three spaces may stand before it.
        let start = literal.firstIndex { $0 != 0x20 } ?? 0
        if let restorer, let marker = Marker.parse(literal, at: start), marker.end >= literal.count - 1,
            marker.number < restorer.markers.count
        {
            builder.nodes[Int(index)].kind = .directive
            builder.nodes[Int(index)].number = Int32(truncatingIfNeeded: marker.number)
            let parent = builder.nodes[Int(index)].parentIndex
            if markerParents.last != parent { markerParents.append(parent) }
            return
        }
        setText(of: index, to: literal)
    }

    private mutating func copyListFacts(_ node: OpaquePointer, to index: TreeBuilder.Index) {
        if cmark_node_get_list_tight(node) != 0 { builder.nodes[Int(index)].flags.insert(.tight) }
        if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST {
            builder.nodes[Int(index)].flags.insert(.ordered)
            builder.nodes[Int(index)].number = cmark_node_get_list_start(node)
        }
    }

    private mutating func inheritLink(_ index: TreeBuilder.Index, from parent: TreeBuilder.Index) {
        if builder.nodes[Int(parent)].flags.contains(.insideLink) {
            builder.nodes[Int(index)].flags.insert(.insideLink)
        }
    }

    private mutating func setText(
        of index: TreeBuilder.Index, to text: UnsafeBufferPointer<UInt8>, isText: Bool = false, isAddress: Bool = false
    ) {
        let start = Int32(truncatingIfNeeded: builder.bytes.count)
        // Escaped characters in running text are restored last: until then they must not read as our syntax.
        if let restorer, !isText {
            restorer.append(text, keepsBackslashes: !isAddress, to: &builder.bytes)
        } else {
            builder.bytes.append(contentsOf: text)
        }
        builder.nodes[Int(index)].textStart = start
        builder.nodes[Int(index)].textEnd = Int32(truncatingIfNeeded: builder.bytes.count)
        if let restorer, builder.nodes[Int(index)].kind == .html { restoreMarker(at: index, text, restorer) }
    }

    /// A marker inside a paragraph is what the author wrote, not raw HTML.
    private mutating func restoreMarker(
        at index: TreeBuilder.Index, _ text: UnsafeBufferPointer<UInt8>, _ restorer: SourceRestorer
    ) {
        guard Marker.parse(text, at: 0) != nil else { return }
        builder.nodes[Int(index)].kind = .text
    }

    private mutating func setExtra(of index: TreeBuilder.Index, to text: UnsafeBufferPointer<UInt8>) {
        let start = Int32(truncatingIfNeeded: builder.bytes.count)
        if let restorer {
            restorer.append(text, keepsBackslashes: false, to: &builder.bytes)
        } else {
            builder.bytes.append(contentsOf: text)
        }
        builder.nodes[Int(index)].extraStart = start
        builder.nodes[Int(index)].extraEnd = Int32(truncatingIfNeeded: builder.bytes.count)
    }
}

/// From the lines that libcmark counted to those of the file.
struct LineMap {
    /// The line of the source for each line, from 1; empty when they are the same.
    var lines: [Int32] = []
    /// Lines of the file before the source.
    var shift: Int32 = 0

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

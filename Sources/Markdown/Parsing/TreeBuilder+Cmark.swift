import CCmark

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension TreeBuilder {
    /// Copies the children of a libcmark node, and everything below them, to the end of a node's children.
    ///
    /// Walks by links, never by recursion, so that no depth of nesting can exhaust the stack.
    mutating func copyChildren(of source: OpaquePointer, to parent: Index) {
        guard var current = cmark_node_first_child(source) else { return }
        var target = parent
        while true {
            let copied = copy(current, to: target)
            if let child = cmark_node_first_child(current) {
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
                target = nodes[Int(target)].parentIndex
            }
        }
    }

    private mutating func copy(_ node: OpaquePointer, to parent: Index) -> Index {
        let type = Int(cmark_node_get_type(node).rawValue)
        let kind = type < kindOfCmarkType.count ? kindOfCmarkType[type] : .text
        let copied = add(kind, line: cmark_node_get_start_line(node), column: cmark_node_get_start_column(node))
        append(copied, to: parent)
        switch kind {
        case .text, .code, .html, .htmlBlock:
            setText(of: copied, to: buffer(cmark_node_get_literal(node)))
        case .codeBlock:
            setText(of: copied, to: buffer(cmark_node_get_literal(node)))
            setExtra(of: copied, to: buffer(cmark_node_get_fence_info(node)))
        case .link, .image:
            setText(of: copied, to: buffer(cmark_node_get_url(node)))
            setExtra(of: copied, to: buffer(cmark_node_get_title(node)))
        case .heading:
            nodes[Int(copied)].level = UInt16(truncatingIfNeeded: cmark_node_get_heading_level(node))
        case .list:
            copyListFacts(node, to: copied)
        case .paragraph:
            if isInTightList(copied) { nodes[Int(copied)].flags.insert(.bare) }
        default:
            break
        }
        return copied
    }

    private mutating func copyListFacts(_ node: OpaquePointer, to index: Index) {
        if cmark_node_get_list_tight(node) != 0 { nodes[Int(index)].flags.insert(.tight) }
        if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST {
            nodes[Int(index)].flags.insert(.ordered)
            nodes[Int(index)].number = cmark_node_get_list_start(node)
        }
    }

    private func isInTightList(_ index: Index) -> Bool {
        let item = nodes[Int(nodes[Int(index)].parentIndex)]
        guard item.kind == .item, item.parentIndex >= 0 else { return false }
        return nodes[Int(item.parentIndex)].flags.contains(.tight)
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

/// Changes that directives make to a document before it is rendered.
extension Document {
    /// Turns a node into a text node; what was below it is gone.
    public mutating func replace(_ id: NodeID, withText text: String) {
        var node = self[id]
        node.kind = .text
        node.firstIndex = -1
        node.lastIndex = -1
        node.textStart = Int32(bytes.count)
        bytes.append(contentsOf: text.utf8)
        node.textEnd = Int32(bytes.count)
        nodes[Int(id.index)] = node
    }

    /// Turns a node into a link with a text; what was below it is gone.
    public mutating func replace(_ id: NodeID, withLinkTo destination: String, title: String, text: String) {
        var child = Node(.text)
        child.parentIndex = id.index
        (child.line, child.column) = (self[id].line, self[id].column)
        nodes.append(child)
        let childID = NodeID(index: Int32(nodes.count) - 1)
        replace(childID, withText: text)
        replace(id, withText: destination)
        nodes[Int(id.index)].kind = .link
        nodes[Int(id.index)].firstIndex = childID.index
        nodes[Int(id.index)].lastIndex = childID.index
        nodes[Int(id.index)].extraStart = Int32(bytes.count)
        bytes.append(contentsOf: title.utf8)
        nodes[Int(id.index)].extraEnd = Int32(bytes.count)
    }

    /// Takes a node, with everything below it, out of its parent.
    public mutating func detach(_ id: NodeID) {
        guard let parent = self[id].parent else { return }
        var previous: NodeID?
        var current = self[parent].firstChild
        while let child = current, child != id {
            previous = child
            current = self[child].next
        }
        let next = nodes[Int(id.index)].nextIndex
        if let previous {
            nodes[Int(previous.index)].nextIndex = next
        } else {
            nodes[Int(parent.index)].firstIndex = next
        }
        if next < 0 { nodes[Int(parent.index)].lastIndex = previous?.index ?? -1 }
        nodes[Int(id.index)].parentIndex = -1
        nodes[Int(id.index)].nextIndex = -1
    }

    /// Puts the blocks of another document under a node, in place of its children. Its footnotes stay where they are, and
    /// are counted with the others.
    public mutating func graft(_ other: Document, under id: NodeID) {
        let noteOffset = lastFootnote
        let nodeOffset = Int32(nodes.count) - 1
        let byteOffset = Int32(bytes.count)
        func moved(_ index: Int32) -> Int32 { index < 0 ? index : index + nodeOffset }
        bytes.append(contentsOf: other.bytes)
        for node in other.nodes.dropFirst() {
            var node = node
            node.parentIndex = node.parentIndex == 0 ? id.index : moved(node.parentIndex)
            node.firstIndex = moved(node.firstIndex)
            node.lastIndex = moved(node.lastIndex)
            node.nextIndex = moved(node.nextIndex)
            node.textStart += byteOffset
            node.textEnd += byteOffset
            node.extraStart += byteOffset
            node.extraEnd += byteOffset
            if node.kind.isFootnote { node.number += noteOffset }
            nodes.append(node)
        }
        nodes[Int(id.index)].firstIndex = moved(other.nodes[0].firstIndex)
        nodes[Int(id.index)].lastIndex = moved(other.nodes[0].lastIndex)
        if other.lastFootnote > 0 { renumberFootnotes() }
    }

    public mutating func hideFromSearch(_ id: NodeID) { nodes[Int(id.index)].flags.insert(.unsearched) }

    /// Cuts a node in two of the same kind: `child` and what follows it become the children of the second.
    /// - Returns: the second.
    @discardableResult
    public mutating func split(_ id: NodeID, before child: NodeID) -> NodeID {
        var second = self[id]
        let place = Int32(nodes.count)
        let all = Array(children(of: id))
        let start = all.firstIndex(of: child) ?? all.count
        let last = start > 0 ? all[start - 1] : nil
        second.firstIndex = child.index
        second.line = self[child].line
        second.column = self[child].column
        for moved in all[start...] { nodes[Int(moved.index)].parentIndex = place }
        if let last { nodes[Int(last.index)].nextIndex = -1 }
        if last == nil { nodes[Int(id.index)].firstIndex = -1 }
        nodes[Int(id.index)].lastIndex = last?.index ?? -1
        nodes[Int(id.index)].nextIndex = place
        if second.nextIndex < 0, let parent = second.parent { nodes[Int(parent.index)].lastIndex = place }
        nodes.append(second)
        return NodeID(index: place)
    }

    /// Cuts a text node in two, dropping `length` bytes at `offset`.
    /// - Returns: the second, which stands after the first.
    public mutating func splitText(_ id: NodeID, at offset: Int, dropping length: Int = 0) -> NodeID {
        var second = self[id]
        let place = Int32(nodes.count)
        second.textStart += Int32(offset + length)
        second.column += Int32(String(decoding: text(of: self[id].text).prefix(offset + length), as: UTF8.self).count)
        nodes[Int(id.index)].textEnd = nodes[Int(id.index)].textStart + Int32(offset)
        nodes[Int(id.index)].nextIndex = place
        if second.nextIndex < 0, let parent = second.parent { nodes[Int(parent.index)].lastIndex = place }
        nodes.append(second)
        return NodeID(index: place)
    }

    /// Takes bytes from the ends of a text node.
    public mutating func trimText(of id: NodeID, first: Int = 0, last: Int = 0) {
        nodes[Int(id.index)].textStart += Int32(first)
        nodes[Int(id.index)].textEnd = max(nodes[Int(id.index)].textStart, nodes[Int(id.index)].textEnd - Int32(last))
    }

    /// Takes `{…}` from the end of a heading; it becomes the heading's `extra`, as a directive's arguments are.
    public mutating func liftArguments(of heading: NodeID) {
        let inlines = Array(children(of: heading))
        var tail: [NodeID] = []
        for id in inlines.reversed() {
            guard self[id].kind == .text else { break }
            tail.insert(id, at: 0)
            guard let brace = text(of: self[id].text).lastIndex(of: UInt8(ascii: "{")) else { continue }
            var arguments = tail.flatMap { text(of: self[$0].text) }
            arguments.removeFirst(brace - Int(self[id].textStart) + 1)
            while arguments.last == UInt8(ascii: " ") { arguments.removeLast() }
            guard arguments.popLast() == UInt8(ascii: "}") else { return }
            nodes[Int(heading.index)].extraStart = Int32(bytes.count)
            bytes += arguments
            nodes[Int(heading.index)].extraEnd = Int32(bytes.count)
            for node in tail.dropFirst() { detach(node) }
            trimText(of: id, last: Int(self[id].textEnd) - brace)
            return
        }
    }
}

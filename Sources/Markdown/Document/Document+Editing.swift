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

    /// Puts the blocks of another document under a node, in place of its children.
    public mutating func graft(_ other: Document, under id: NodeID) {
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
            nodes.append(node)
        }
        nodes[Int(id.index)].firstIndex = moved(other.nodes[0].firstIndex)
        nodes[Int(id.index)].lastIndex = moved(other.nodes[0].lastIndex)
    }
}

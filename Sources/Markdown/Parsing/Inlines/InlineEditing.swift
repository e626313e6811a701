extension TreeBuilder {
    /// A place in the text of a text node: an index into `bytes`.
    struct TextPosition {
        var node: Index
        var offset: Int32
    }

    /// A new text node over a range of `bytes`, with a text node's other facts.
    mutating func addText(_ range: Range<Int32>, like model: Index) -> Index {
        var node = nodes[Int(model)]
        node.firstIndex = -1
        node.lastIndex = -1
        node.nextIndex = -1
        node.column += range.lowerBound - node.textStart
        node.setText(range)
        nodes.append(node)
        return Index(nodes.count - 1)
    }

    /// Puts a node in the place of a part of a text node; returns the text node of what follows, which may be empty.
    mutating func replace(
        _ range: Range<Int32>, of text: Index, by node: Index, in parent: Index
    ) -> Index {
        let rest = addText(range.upperBound..<nodes[Int(text)].textEnd, like: text)
        nodes[Int(text)].textEnd = range.lowerBound
        if edited.last != parent { edited.append(parent) }
        insert(node, after: text, in: parent)
        insert(rest, after: node, in: parent)
        return rest
    }

    /// Makes children of `node` of everything from `start` to `end`, two places in text nodes of one parent, and puts it
    /// there; `opener` and `closer` are the lengths of the signs at both places, which disappear.
    ///
    /// Returns the text node of what follows.
    mutating func wrap(
        in node: Index, from start: TextPosition, opener: Int32, to end: TextPosition, closer: Int32, parent: Index
    ) -> Index {
        let endOfText = nodes[Int(end.node)].textEnd
        let rest = addText(end.offset + closer..<endOfText, like: end.node)
        if start.node == end.node {
            let content = addText(start.offset + opener..<end.offset, like: start.node)
            nodes[Int(start.node)].textEnd = start.offset
            insert(node, after: start.node, in: parent)
            append(content, to: node)
        } else {
            let content = addText(start.offset + opener..<nodes[Int(start.node)].textEnd, like: start.node)
            nodes[Int(start.node)].textEnd = start.offset
            append(content, to: node)
            nodes[Int(end.node)].textEnd = end.offset
            moveSiblings(from: nodes[Int(start.node)].nextIndex, through: end.node, after: start.node, to: node)
            insert(node, after: start.node, in: parent)
        }
        insert(rest, after: node, in: parent)
        return rest
    }

    /// Moves neighbours out of their parent to the end of `node`'s children.
    private mutating func moveSiblings(from first: Index, through last: Index, after previous: Index, to node: Index) {
        let parent = nodes[Int(previous)].parentIndex
        let next = nodes[Int(last)].nextIndex
        nodes[Int(previous)].nextIndex = next
        if nodes[Int(parent)].lastIndex == last { nodes[Int(parent)].lastIndex = previous }
        var child = first
        while child >= 0 {
            let following = nodes[Int(child)].nextIndex
            append(child, to: node)
            if child == last { return }
            child = following
        }
    }

    /// Cuts out the text nodes that `replace` has left without text.
    mutating func removeEmptyTexts() {
        var isDone = [Bool](repeating: false, count: edited.isEmpty ? 0 : nodes.count)
        for parent in edited where !isDone[Int(parent)] {
            isDone[Int(parent)] = true
            removeEmptyTexts(in: parent)
        }
        edited = []
    }

    /// Cuts out a node's children that are texts without text.
    mutating func removeEmptyTexts(in parent: Index) {
        var previous: Index = -1
        var child = nodes[Int(parent)].firstIndex
        while child >= 0 {
            let next = nodes[Int(child)].nextIndex
            let node = nodes[Int(child)]
            if node.kind == .text, node.textStart == node.textEnd {
                removeChild(after: previous, in: parent)
            } else {
                previous = child
            }
            child = next
        }
    }
}

/// The tree while it is still being built: nodes are added, moved and cut out by changing links only.
///
/// Plain indices instead of `NodeID`, -1 for none. A node that is cut out stays in the array, unreachable.
struct TreeBuilder {
    typealias Index = Int32

    var nodes: [Document.Node] = []
    var bytes: [UInt8] = []
    /// Parents of texts that have been split.
    var edited: [Index] = []

    /// A new node without place in the tree.
    mutating func add(_ kind: Document.Kind, line: Int32 = 0, column: Int32 = 0) -> Index {
        var node = Document.Node(kind)
        node.line = line
        node.column = column
        nodes.append(node)
        return Index(nodes.count - 1)
    }

    /// Adds a node as the last child of another.
    @inline(__always)
    mutating func add(_ node: Document.Node, to parent: Index) -> Index {
        let index = Index(truncatingIfNeeded: nodes.count)
        nodes.append(node)
        nodes[Int(index)].parentIndex = parent
        let last = nodes[Int(parent)].lastIndex
        nodes[Int(parent)].lastIndex = index
        if last < 0 { nodes[Int(parent)].firstIndex = index } else { nodes[Int(last)].nextIndex = index }
        return index
    }

    mutating func append(_ child: Index, to parent: Index) {
        nodes[Int(child)].parentIndex = parent
        nodes[Int(child)].nextIndex = -1
        let last = nodes[Int(parent)].lastIndex
        if last < 0 {
            nodes[Int(parent)].firstIndex = child
        } else {
            nodes[Int(last)].nextIndex = child
        }
        nodes[Int(parent)].lastIndex = child
    }

    mutating func insert(_ node: Index, after previous: Index, in parent: Index) {
        guard previous >= 0 else {
            nodes[Int(node)].nextIndex = nodes[Int(parent)].firstIndex
            nodes[Int(node)].parentIndex = parent
            nodes[Int(parent)].firstIndex = node
            if nodes[Int(parent)].lastIndex < 0 { nodes[Int(parent)].lastIndex = node }
            return
        }
        nodes[Int(node)].parentIndex = parent
        nodes[Int(node)].nextIndex = nodes[Int(previous)].nextIndex
        nodes[Int(previous)].nextIndex = node
        if nodes[Int(parent)].lastIndex == previous { nodes[Int(parent)].lastIndex = node }
    }

    /// Cuts out the child that follows `previous` (the first child when -1).
    mutating func removeChild(after previous: Index, in parent: Index) {
        let removed = previous < 0 ? nodes[Int(parent)].firstIndex : nodes[Int(previous)].nextIndex
        guard removed >= 0 else { return }
        let next = nodes[Int(removed)].nextIndex
        if previous < 0 {
            nodes[Int(parent)].firstIndex = next
        } else {
            nodes[Int(previous)].nextIndex = next
        }
        if nodes[Int(parent)].lastIndex == removed { nodes[Int(parent)].lastIndex = previous }
        nodes[Int(removed)].nextIndex = -1
        nodes[Int(removed)].parentIndex = -1
    }

    /// Cuts a node out of wherever it stands.
    mutating func remove(_ index: Index) {
        let parent = nodes[Int(index)].parentIndex
        guard parent >= 0 else { return }
        var previous: Index = -1
        var current = nodes[Int(parent)].firstIndex
        while current >= 0, current != index {
            previous = current
            current = nodes[Int(current)].nextIndex
        }
        if current == index { removeChild(after: previous, in: parent) }
    }

    /// Whether a node is an item of a list without blank lines.
    func isTightItem(_ index: Index) -> Bool {
        let item = nodes[Int(index)]
        return item.kind == .item && item.parentIndex >= 0 && nodes[Int(item.parentIndex)].flags.contains(.tight)
    }

    /// Adds `text` to the buffer and returns where it stands there.
    mutating func store(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int32> {
        let start = Int32(truncatingIfNeeded: bytes.count)
        bytes.append(contentsOf: text)
        return start..<Int32(truncatingIfNeeded: bytes.count)
    }
}

extension Document.Node {
    mutating func setText(_ range: Range<Int32>) {
        (textStart, textEnd) = (range.lowerBound, range.upperBound)
    }

    mutating func setExtra(_ range: Range<Int32>) {
        (extraStart, extraEnd) = (range.lowerBound, range.upperBound)
    }
}

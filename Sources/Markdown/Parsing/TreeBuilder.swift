/// The tree while it is still being built: nodes are added, moved and cut out by changing links only.
///
/// Plain indices instead of `NodeID`, -1 for none. A node that is cut out stays in the array, unreachable.
struct TreeBuilder {
    typealias Index = Int32

    var nodes: [Document.Node] = []
    var bytes: [UInt8] = []

    mutating func reset() {
        nodes = []
        bytes = []
    }

    /// A new node without place in the tree.
    mutating func add(_ kind: Document.Kind, line: Int32 = 0, column: Int32 = 0) -> Index {
        var node = Document.Node(kind)
        node.line = line
        node.column = column
        nodes.append(node)
        return Index(nodes.count - 1)
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

    /// Moves the children from `first` to the end of their parent to the end of another node's children.
    mutating func moveSiblings(from first: Index, after previous: Index, to parent: Index) {
        guard first >= 0 else { return }
        let old = nodes[Int(first)].parentIndex
        let last = nodes[Int(old)].lastIndex
        nodes[Int(old)].lastIndex = previous
        if previous < 0 {
            nodes[Int(old)].firstIndex = -1
        } else {
            nodes[Int(previous)].nextIndex = -1
        }
        let end = nodes[Int(parent)].lastIndex
        if end < 0 {
            nodes[Int(parent)].firstIndex = first
        } else {
            nodes[Int(end)].nextIndex = first
        }
        nodes[Int(parent)].lastIndex = last
        var index = first
        while index >= 0 {
            nodes[Int(index)].parentIndex = parent
            index = nodes[Int(index)].nextIndex
        }
    }

    mutating func store(_ text: UnsafeBufferPointer<UInt8>) -> (start: Int32, end: Int32) {
        let start = Int32(truncatingIfNeeded: bytes.count)
        bytes.append(contentsOf: text)
        return (start, Int32(truncatingIfNeeded: bytes.count))
    }

    mutating func setText(of index: Index, to text: UnsafeBufferPointer<UInt8>) {
        (nodes[Int(index)].textStart, nodes[Int(index)].textEnd) = store(text)
    }

    mutating func setExtra(of index: Index, to text: UnsafeBufferPointer<UInt8>) {
        (nodes[Int(index)].extraStart, nodes[Int(index)].extraEnd) = store(text)
    }
}

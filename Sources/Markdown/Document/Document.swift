/// A parsed document: a flat tree of fixed-size nodes over one text buffer, so that no node is an object of its own.
///
/// Nodes stand in `nodes`, texts in `bytes` (UTF-8); a node names its texts by their ranges. The root is node 0.
public struct Document: Sendable {
    public struct NodeID: Hashable, Sendable {
        public let index: Int32

        @inlinable
        init(index: Int32) {
            self.index = index
        }
    }

    public internal(set) var nodes: [Node]
    public internal(set) var bytes: [UInt8]

    public var root: NodeID { NodeID(index: 0) }

    @inlinable
    public subscript(id: NodeID) -> Node {
        nodes[Int(id.index)]
    }

    /// The bytes that a node names by one of its ranges.
    @inlinable
    public func text(of range: Range<Int32>) -> ArraySlice<UInt8> {
        bytes[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// The same as a string; invalid UTF-8 becomes U+FFFD.
    public func string(of range: Range<Int32>) -> String {
        String(decoding: text(of: range), as: UTF8.self)
    }
}

extension Document {
    /// The children of a node, first to last.
    public struct Children: Sequence, IteratorProtocol {
        @usableFromInline let document: Document
        @usableFromInline var upcoming: NodeID?

        @inlinable
        init(document: Document, upcoming: NodeID?) {
            self.document = document
            self.upcoming = upcoming
        }

        @inlinable
        public mutating func next() -> NodeID? {
            guard let id = upcoming else { return nil }
            upcoming = document[id].next
            return id
        }
    }

    @inlinable
    public func children(of id: NodeID) -> Children {
        Children(document: self, upcoming: self[id].firstChild)
    }

    /// Every node below `id` in reading order, without `id` itself.
    public func descendants(of id: NodeID) -> some Sequence<NodeID> {
        sequence(first: id) { current in self.following(current, within: id) }.dropFirst()
    }

    /// The node after `id` in reading order (its first child, else what comes after it) that still lies below `ancestor`.
    public func following(_ id: NodeID, within ancestor: NodeID) -> NodeID? {
        self[id].firstChild ?? followingSubtree(id, within: ancestor)
    }

    /// The first node in reading order after everything below `id`, still below `ancestor`.
    public func followingSubtree(_ id: NodeID, within ancestor: NodeID) -> NodeID? {
        var current = id
        while current != ancestor {
            if let next = self[current].next { return next }
            guard let parent = self[current].parent else { return nil }
            current = parent
        }
        return nil
    }

    /// Whether a node lies below one of these kinds.
    public func isInside(_ kinds: Set<Kind>, _ id: NodeID) -> Bool {
        var current = self[id].parent
        while let parent = current {
            if kinds.contains(self[parent].kind) { return true }
            current = self[parent].parent
        }
        return false
    }
}

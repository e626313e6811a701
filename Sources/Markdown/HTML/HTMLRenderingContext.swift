/// What to write for a link's or image's destination.
public enum ResolvedDestination: Sendable {
    case asWritten
    case rewritten([UInt8])
    /// The link is dropped; its text stays.
    case dropped
}

/// A heading as it was written.
public struct RenderedHeading: Sendable {
    public var node: Document.NodeID
    public var level: Int
    /// Unique on the page; empty when the output form has no anchors.
    public var anchor: [UInt8]
    public var plainText: [UInt8]
    /// Where the heading's inner HTML stands in the output.
    public var html: Range<Int>
    public var line: Int
}

/// What the HTML of a document depends on besides the document itself.
public protocol HTMLRenderingContext {
    /// The address to write for a link or image.
    mutating func resolve(
        _ destination: ArraySlice<UInt8>, isImage: Bool, at position: (line: Int, column: Int)
    ) -> ResolvedDestination

    /// Writes a block or inline directive; `renderer` renders its children.
    mutating func writeDirective(
        _ id: Document.NodeID, in document: Document, renderer: inout HTMLRenderer<Self>, to output: inout [UInt8])

    /// Writes a text node in its own way; returns false to have it written as it is.
    mutating func writeText(_ id: Document.NodeID, in document: Document, to output: inout [UInt8]) -> Bool

    /// Called after each heading, in reading order.
    mutating func didWrite(_ heading: RenderedHeading, in document: Document, output: [UInt8])
}

extension HTMLRenderingContext {
    public mutating func resolve(
        _ destination: ArraySlice<UInt8>, isImage: Bool, at position: (line: Int, column: Int)
    ) -> ResolvedDestination { .asWritten }

    public mutating func writeDirective(
        _ id: Document.NodeID, in document: Document, renderer: inout HTMLRenderer<Self>, to output: inout [UInt8]
    ) {
        renderer.renderChildren(of: id, in: document, context: &self, to: &output)
    }

    @inlinable
    public mutating func writeText(_ id: Document.NodeID, in document: Document, to output: inout [UInt8]) -> Bool {
        false
    }

    public mutating func didWrite(_ heading: RenderedHeading, in document: Document, output: [UInt8]) {}
}

/// A context that leaves everything as it is written.
public struct PlainHTMLContext: HTMLRenderingContext {
    public init() {}
}

import HTMLEscaping

/// Writes a document, or a part of it, as HTML.
///
/// Walks the tree by its links, never by recursion: only directives, whose depth the parser bounds, nest calls.
public struct HTMLRenderer<Context: HTMLRenderingContext> {
    public let options: HTMLOptions
    /// Anchors given so far; shared by all documents that end up on one page.
    public var anchors = AnchorGenerator()
    /// The image whose text alternative is being written, during which no tags are.
    var image: Document.NodeID?
    /// Put before the footnotes' numbers in their anchors; differs where several documents make one page.
    public var footnotePrefix = ""
    /// Links that were dropped and are still open, so that they get no end tag.
    var openDroppedLinks: [Document.NodeID] = []
    /// Calls to the context for directives that are on the stack now.
    private var directiveDepth = 0
    var openHeading: (anchor: [UInt8], plainText: [UInt8], start: Int)?

    public init(options: HTMLOptions) {
        self.options = options
    }

    public mutating func render(_ document: Document, context: inout Context, to output: inout [UInt8]) {
        renderChildren(of: document.root, in: document, context: &context, to: &output)
    }

    public mutating func renderChildren(
        of id: Document.NodeID, in document: Document, context: inout Context, to output: inout [UInt8]
    ) {
        var child = document[id].firstChild
        while let current = child {
            render(current, in: document, context: &context, to: &output)
            child = document[current].next
        }
    }

    /// Writes one node and everything below it.
    public mutating func render(
        _ top: Document.NodeID, in document: Document, context: inout Context, to output: inout [UInt8]
    ) {
        var current = top
        while true {
            var node = document[current]
            if enter(current, node, in: document, context: &context, to: &output) {
                if let child = node.firstChild {
                    current = child
                    continue
                }
                leave(current, node, in: document, context: &context, to: &output)
            }
            while current != top, node.next == nil, let parent = node.parent {
                current = parent
                node = document[current]
                leave(current, node, in: document, context: &context, to: &output)
            }
            guard current != top, let next = node.next else { return }
            current = next
        }
    }

    /// Writes what comes before a node's children. Returns false when the node is written whole.
    private mutating func enter(
        _ id: Document.NodeID, _ node: Document.Node, in document: Document, context: inout Context,
        to output: inout [UInt8]
    ) -> Bool {
        if image != nil {
            writeTextAlternative(node, in: document, to: &output)
            return true
        }
        switch node.kind {
        case .text:
            if !context.writeText(id, in: document, to: &output) {
                appendEscapedHTML(document.text(of: node.text), to: &output)
            }
            return false
        case .link:
            return enterLink(id, node, in: document, context: &context, to: &output)
        case .image:
            return enterImage(id, node, in: document, context: &context, to: &output)
        case .heading:
            enterHeading(id, node, in: document, to: &output)
            return true
        case .directive, .inlineDirective:
            // Far more than anybody writes; deeper, the stack would be in danger.
            guard directiveDepth < 64 else { return true }
            directiveDepth += 1
            context.writeDirective(id, in: document, renderer: &self, to: &output)
            directiveDepth -= 1
            return false
        case .footnoteReference:
            writeFootnoteReference(node, in: document, to: &output)
            return false
        case .footnoteDefinition:
            writeFootnoteStart(id, node, in: document, to: &output)
            return true
        default:
            return writeStart(of: node, in: document, options: options, to: &output)
        }
    }

    private mutating func leave(
        _ id: Document.NodeID, _ node: Document.Node, in document: Document, context: inout Context,
        to output: inout [UInt8]
    ) {
        if let image {
            guard image == id else { return }
            self.image = nil
            output.append("\"")
            writeTitle(node, in: document, to: &output)
            output.append(" />")
            return
        }
        switch node.kind {
        case .link:
            if openDroppedLinks.last == id { openDroppedLinks.removeLast() } else { output.append("</a>") }
        case .heading:
            leaveHeading(id, node, in: document, context: &context, to: &output)
        case .footnoteDefinition:
            writeFootnoteEnd(node, in: document, to: &output)
        default:
            writeEnd(of: node, in: document, options: options, to: &output)
        }
    }
}

/// Writes a document, or a part of it, as HTML.
///
/// Walks the tree by its links, never by recursion: only directives, whose depth the parser bounds, nest calls.
public struct HTMLRenderer<Context: HTMLRenderingContext> {
    public let options: HTMLOptions
    /// Anchors given so far; shared by all documents that end up on one page.
    public var anchors = AnchorGenerator()
    /// The image whose text alternative is being written, during which no tags are.
    private var image: Document.NodeID?
    /// Put before the footnotes' numbers in their anchors; differs where several documents make one page.
    public var footnotePrefix = ""
    /// Links that were dropped and are still open, so that they get no end tag.
    private var openDroppedLinks: [Document.NodeID] = []
    /// Calls to the context for directives that are on the stack now.
    private var directiveDepth = 0
    private var openHeading: (anchor: [UInt8], plainText: [UInt8], start: Int)?

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
            let entersChildren = enter(current, in: document, context: &context, to: &output)
            if entersChildren, let child = document[current].firstChild {
                current = child
                continue
            }
            if entersChildren { leave(current, in: document, context: &context, to: &output) }
            while current != top, document[current].next == nil, let parent = document[current].parent {
                current = parent
                leave(current, in: document, context: &context, to: &output)
            }
            guard current != top, let next = document[current].next else { return }
            current = next
        }
    }

    /// Writes what comes before a node's children. Returns false when the node is written whole.
    private mutating func enter(
        _ id: Document.NodeID, in document: Document, context: inout Context, to output: inout [UInt8]
    ) -> Bool {
        let node = document[id]
        if image != nil {
            writeTextAlternative(node, in: document, to: &output)
            return true
        }
        switch node.kind {
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
        _ id: Document.NodeID, in document: Document, context: inout Context, to output: inout [UInt8]
    ) {
        let node = document[id]
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

// MARK: - Links, images and headings: what the context has a say in

extension HTMLRenderer {
    private mutating func enterLink(
        _ id: Document.NodeID, _ node: Document.Node, in document: Document, context: inout Context,
        to output: inout [UInt8]
    ) -> Bool {
        guard let destination = destination(of: node, in: document, context: &context) else {
            openDroppedLinks.append(id)
            return true
        }
        output.append("<a href=\"")
        appendEscapedDestination(destination, to: &output)
        output.append("\"")
        writeTitle(node, in: document, to: &output)
        output.append(">")
        return true
    }

    private mutating func enterImage(
        _ id: Document.NodeID, _ node: Document.Node, in document: Document, context: inout Context,
        to output: inout [UInt8]
    ) -> Bool {
        guard let destination = destination(of: node, in: document, context: &context) else {
            writePlainText(of: id, in: document, to: &output)
            return false
        }
        output.append("<img src=\"")
        appendEscapedDestination(destination, to: &output)
        output.append("\" alt=\"")
        image = id
        return true
    }

    private func destination(
        of node: Document.Node, in document: Document, context: inout Context
    ) -> ArraySlice<UInt8>? {
        let isImage = node.kind == .image
        let written = document.text(of: node.text)
        guard options.isExtended else {
            return !options.allowsUnsafeLinks && isUnsafeInReference(written) ? [] : written
        }
        if isUnsafeDestination(written, isImage: isImage) { return nil }
        let position = (line: Int(node.line), column: Int(node.column))
        switch context.resolve(written, isImage: isImage, at: position) {
        case .asWritten: return written
        case .rewritten(let address): return address[...]
        case .dropped: return nil
        }
    }

    private mutating func enterHeading(
        _ id: Document.NodeID, _ node: Document.Node, in document: Document, to output: inout [UInt8]
    ) {
        output.startLine()
        output.append("<h")
        output.append(decimal: Int(node.level))
        var anchor: [UInt8] = []
        var plainText: [UInt8] = []
        if options.isExtended {
            PlainTextRenderer().renderChildren(of: id, in: document, to: &plainText)
            anchor = anchors.anchor(for: plainText[...])
            output.append(" id=\"")
            appendEscapedHTML(anchor[...], to: &output)
            output.append("\"")
        }
        output.append(">")
        openHeading = (anchor, plainText, output.count)
    }

    private mutating func leaveHeading(
        _ id: Document.NodeID, _ node: Document.Node, in document: Document, context: inout Context,
        to output: inout [UInt8]
    ) {
        let end = output.count
        output.append("</h")
        output.append(decimal: Int(node.level))
        output.append(">\n")
        guard options.isExtended, let heading = openHeading else { return }
        openHeading = nil
        context.didWrite(
            RenderedHeading(
                node: id, level: Int(node.level), anchor: heading.anchor, plainText: heading.plainText,
                html: heading.start..<end, line: Int(node.line)),
            in: document, output: output)
    }

    private func writeTitle(_ node: Document.Node, in document: Document, to output: inout [UInt8]) {
        guard !node.extra.isEmpty else { return }
        output.append(" title=\"")
        appendEscapedHTML(document.text(of: node.extra), to: &output)
        output.append("\"")
    }

    private func writeTextAlternative(_ node: Document.Node, in document: Document, to output: inout [UInt8]) {
        switch node.kind {
        case .text, .code, .html: appendEscapedHTML(document.text(of: node.text), to: &output)
        case .softBreak, .lineBreak: output.append(" ")
        default: break
        }
    }

    private func writePlainText(of id: Document.NodeID, in document: Document, to output: inout [UInt8]) {
        var text: [UInt8] = []
        PlainTextRenderer().renderChildren(of: id, in: document, to: &text)
        appendEscapedHTML(text[...], to: &output)
    }
}

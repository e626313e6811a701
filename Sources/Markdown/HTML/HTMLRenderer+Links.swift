// Links, images and headings: the nodes that the context has a say in.

import HTMLEscaping

extension HTMLRenderer {
    mutating func enterLink(
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

    mutating func enterImage(
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

    mutating func enterHeading(
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

    mutating func leaveHeading(
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

    func writeTitle(_ node: Document.Node, in document: Document, to output: inout [UInt8]) {
        guard !node.extra.isEmpty else { return }
        output.append(" title=\"")
        appendEscapedHTML(document.text(of: node.extra), to: &output)
        output.append("\"")
    }

    func writeTextAlternative(_ node: Document.Node, in document: Document, to output: inout [UInt8]) {
        switch node.kind {
        case .text, .code, .html: appendEscapedHTML(document.text(of: node.text), to: &output)
        case .softBreak, .lineBreak: output.append(" ")
        default: break
        }
    }

    func writePlainText(of id: Document.NodeID, in document: Document, to output: inout [UInt8]) {
        var text: [UInt8] = []
        PlainTextRenderer().renderChildren(of: id, in: document, to: &text)
        appendEscapedHTML(text[...], to: &output)
    }
}

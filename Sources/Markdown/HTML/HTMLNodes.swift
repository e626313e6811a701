// What each kind of node looks like in HTML, for the kinds that need nothing but the document. Free functions, so that
// they are compiled once and not for every context.

/// Writes what comes before a node's children; false when the node has none to write.
func writeStart(
    of node: Document.Node, in document: Document, options: HTMLOptions, to output: inout [UInt8]
) -> Bool {
    if node.kind.isInline { return writeInlineStart(of: node, in: document, options: options, to: &output) }
    switch node.kind {
    case .paragraph:
        if node.flags.contains(.bare) { return true }
        output.startLine()
        output.append("<p>")
    case .list:
        writeListStart(node, to: &output)
    case .item:
        output.startLine()
        output.append("<li>")
    case .blockQuote:
        output.startLine()
        output.append("<blockquote>\n")
    case .thematicBreak:
        output.startLine()
        output.append("<hr />\n")
    case .codeBlock:
        writeCodeBlock(node, in: document, to: &output)
        return false
    case .htmlBlock:
        output.startLine()
        writeRawHTML(node, in: document, options: options, to: &output)
        output.startLine()
        return false
    default:
        break
    }
    return true
}

/// Writes what comes after a node's children.
func writeEnd(of node: Document.Node, in document: Document, options: HTMLOptions, to output: inout [UInt8]) {
    switch node.kind {
    case .paragraph: if !node.flags.contains(.bare) { output.append("</p>\n") }
    case .list: output.append(node.flags.contains(.ordered) ? "</ol>\n" : "</ul>\n")
    case .item: output.append("</li>\n")
    case .blockQuote:
        output.startLine()
        output.append("</blockquote>\n")
    case .emphasis: output.append("</em>")
    case .strong: output.append("</strong>")
    case .strikethrough: output.append("</del>")
    default: break
    }
}

private func writeInlineStart(
    of node: Document.Node, in document: Document, options: HTMLOptions, to output: inout [UInt8]
) -> Bool {
    switch node.kind {
    case .text: appendEscapedHTML(document.text(of: node.text), to: &output)
    case .softBreak: output.append("\n")
    case .lineBreak: output.append("<br />\n")
    case .code:
        output.append("<code>")
        appendEscapedHTML(document.text(of: node.text), to: &output)
        output.append("</code>")
    case .html: writeRawHTML(node, in: document, options: options, to: &output)
    case .emphasis: output.append("<em>")
    case .strong: output.append("<strong>")
    case .strikethrough: output.append("<del>")
    default: break
    }
    return true
}

private func writeListStart(_ node: Document.Node, to output: inout [UInt8]) {
    output.startLine()
    guard node.flags.contains(.ordered) else {
        output.append("<ul>\n")
        return
    }
    output.append("<ol")
    if node.number != 1 {
        output.append(" start=\"")
        output.append(decimal: Int(node.number))
        output.append("\"")
    }
    output.append(">\n")
}

private func writeCodeBlock(_ node: Document.Node, in document: Document, to output: inout [UInt8]) {
    output.startLine()
    output.append("<pre><code")
    let language = document.text(of: node.extra).prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    if !language.isEmpty {
        output.append(" class=\"language-")
        appendEscapedHTML(language, to: &output)
        output.append("\"")
    }
    output.append(">")
    appendEscapedHTML(document.text(of: node.text), to: &output)
    output.append("</code></pre>\n")
}

private func writeRawHTML(
    _ node: Document.Node, in document: Document, options: HTMLOptions, to output: inout [UInt8]
) {
    let html = document.text(of: node.text)
    switch options.rawHTML {
    case .allow: output.append(contentsOf: html)
    case .omit: output.append("<!-- raw HTML omitted -->")
    case .escape:
        if node.kind == .htmlBlock { output.append("<p>") }
        appendEscapedHTML(html, to: &output)
        if node.kind == .htmlBlock { output.append("</p>") }
    }
}

// What each kind of node looks like in HTML, for the kinds that need nothing but the document. Free functions, so that
// they are compiled once and not for every context.

import HTMLEscaping

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
        writeItemStart(node, options: options, to: &output)
    case .table:
        output.startLine()
        if options.isExtended { writeTableWrapper(options, to: &output) }
        output.append("<table>\n")
    case .tableRow:
        writeRowStart(node, to: &output)
    case .tableCell:
        writeCellStart(node, options: options, to: &output)
    case .blockQuote:
        output.startLine()
        output.append("<blockquote>\n")
    case .thematicBreak:
        output.startLine()
        output.append("<hr />\n")
        return false
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
    case .table: writeTableEnd(node, in: document, options: options, to: &output)
    case .tableRow: output.append(node.flags.contains(.header) ? "</tr>\n</thead>\n" : "</tr>\n")
    case .tableCell: output.append(node.flags.contains(.header) ? "</th>\n" : "</td>\n")
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
    case .softBreak: output.append("\n")
    case .lineBreak: output.append("<br />\n")
    case .code:
        output.append("<code>")
        appendEscapedHTML(document.text(of: node.text), to: &output)
        output.append("</code>")
    case .html: writeRawHTML(node, in: document, options: options, to: &output)
    case .emphasis:
        output.append("<em>")
        return true
    case .strong:
        output.append("<strong>")
        return true
    case .strikethrough:
        output.append("<del>")
        return true
    default: return true
    }
    return false
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
    let language = document.text(of: node.extra).prefix { !$0.isASCIIWhitespace }
    if !language.isEmpty {
        output.append(" class=\"language-")
        appendEscapedHTML(language, to: &output)
        output.append("\"")
    }
    output.append(">")
    appendEscapedHTML(document.text(of: node.text), to: &output)
    output.append("</code></pre>\n")
}

private func writeItemStart(_ node: Document.Node, options: HTMLOptions, to output: inout [UInt8]) {
    output.startLine()
    guard node.flags.contains(.task) else {
        output.append("<li>")
        return
    }
    output.append(options.isExtended ? "<li class=\"task\"><input" : "<li><input")
    if node.flags.contains(.done) { output.append(" checked=\"\"") }
    output.append(" disabled=\"\" type=\"checkbox\"")
    if options.isExtended {
        output.append(" aria-label=\"")
        appendEscapedHTML(node.flags.contains(.done) ? options.words.taskDone : options.words.taskOpen, to: &output)
        output.append("\"")
    }
    output.append("> ")
}

// Footnotes: a superscript number that leads to a list at the end, and back.

import HTMLEscaping

extension HTMLRenderer {
    func writeFootnoteReference(_ node: Document.Node, in document: Document, to output: inout [UInt8]) {
        output.append("<sup class=\"footnote-ref\"><a href=\"#")
        writeAnchor("fn", node, to: &output)
        output.append("\" id=\"")
        writeAnchor("fnref", node, occurrence: node.occurrence, to: &output)
        output.append("\">")
        output.append(decimal: Int(node.number))
        output.append("</a></sup>")
    }

    func writeFootnoteStart(
        _ id: Document.NodeID, _ node: Document.Node, in document: Document, to output: inout [UInt8]
    ) {
        output.startLine()
        if node.flags.contains(.firstNote) {
            output.append("<section class=\"footnotes\" aria-label=\"")
            appendEscapedHTML(options.words.footnotes, to: &output)
            output.append("\">\n<ol>\n")
        }
        output.append("<li id=\"")
        writeAnchor("fn", node, to: &output)
        output.append("\"")
        if node.flags.contains(.jumps) {
            output.append(" value=\"")
            output.append(decimal: Int(node.number))
            output.append("\"")
        }
        output.append(">\n")
    }

    /// The links back stand at the end of the last paragraph, where a reader has got to.
    func writeFootnoteEnd(_ node: Document.Node, in document: Document, to output: inout [UInt8]) {
        let endsWithParagraph = output.hasSuffix("</p>\n")
        if endsWithParagraph { output.removeLast(5) }
        for occurrence in 1...max(node.occurrence, 1) {
            output.append(" <a class=\"footnote-back\" href=\"#")
            writeAnchor("fnref", node, occurrence: occurrence, to: &output)
            output.append("\" aria-label=\"")
            appendEscapedHTML(options.words.backToText, to: &output)
            output.append(" ")
            output.append(decimal: Int(node.number))
            if occurrence > 1 {
                output.append("-")
                output.append(decimal: occurrence)
            }
            output.append("\">\u{21A9}</a>")
        }
        output.append(endsWithParagraph ? "</p>\n</li>\n" : "\n</li>\n")
        if node.next == nil { output.append("</ol>\n</section>\n") }
    }

    private func writeAnchor(
        _ kind: StaticString, _ node: Document.Node, occurrence: Int = 1, to output: inout [UInt8]
    ) {
        output.append(kind)
        output.append("-")
        appendEscapedHTML(footnotePrefix, to: &output)
        output.append(decimal: Int(node.number))
        if occurrence > 1 {
            output.append("-")
            output.append(decimal: occurrence)
        }
    }
}

// Tables in HTML. Alignment is an attribute in the reference form and a class in the site's.

import HTMLEscaping

/// A wide table scrolls in a box of its own, which the keyboard has to reach.
func writeTableWrapper(_ options: HTMLOptions, to output: inout [UInt8]) {
    output.append("<div class=\"table-wrap\" role=\"group\" aria-label=\"")
    appendEscapedHTML(options.words.table, to: &output)
    output.append("\" tabindex=\"0\">\n")
}

func writeRowStart(_ node: Document.Node, to output: inout [UInt8]) {
    if node.flags.contains(.header) {
        output.append("<thead>\n<tr>\n")
    } else {
        // The header is the first row, so the body begins where no row of the body came before.
        let endsHeader = output.hasSuffix("</thead>\n")
        output.append(endsHeader ? "<tbody>\n<tr>\n" : "<tr>\n")
    }
}

func writeCellStart(_ node: Document.Node, options: HTMLOptions, to output: inout [UInt8]) {
    if node.flags.contains(.header) {
        output.append(options.isExtended ? "<th scope=\"col\"" : "<th")
    } else if node.alignment == .none {
        output.append("<td>")
        return
    } else {
        output.append("<td")
    }
    if node.alignment != .none {
        output.append(options.isExtended ? " class=\"align-" : " align=\"")
        output.append(name(of: node.alignment))
        output.append("\"")
    }
    output.append(">")
}

func writeTableEnd(_ node: Document.Node, in document: Document, options: HTMLOptions, to output: inout [UInt8]) {
    let hasBody = node.firstChild != node.lastChild
    output.append(hasBody ? "</tbody>\n</table>\n" : "</table>\n")
    if options.isExtended { output.append("</div>\n") }
}

private func name(of alignment: Document.Alignment) -> StaticString {
    switch alignment {
    case .none: ""
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
}

import Diagnostics

// Definitions of footnotes, and lines that turn out to be no directive.
extension MarkerFolder {
    /// The definition's text is the first item of the list that follows its marker.
    mutating func defineFootnote(
        _ marker: Marker, at node: TreeBuilder.Index, from list: TreeBuilder.Index, in builder: inout TreeBuilder
    ) -> Bool {
        guard list >= 0, builder.nodes[Int(list)].kind == .list,
            let label = FootnoteLabel.range(original, at: marker.range.lowerBound, before: marker.range.upperBound)
        else {
            showAsText(marker, at: node, in: &builder)
            return false
        }
        let item = builder.nodes[Int(list)].firstIndex
        builder.removeChild(after: -1, in: list)
        builder.nodes[Int(node)].kind = .footnoteDefinition
        builder.nodes[Int(node)].number = 0
        builder.nodes[Int(node)].column = marker.column
        builder.nodes[Int(node)].setText(builder.store(original.slice(label)))
        builder.nodes[Int(node)].parentIndex = -1
        builder.moveChildren(of: item, to: node)
        footnotes.append(node)
        // Items that an author wrote right after the definition stay the list that they are.
        return builder.nodes[Int(list)].firstIndex < 0
    }

    mutating func showAsText(_ marker: Marker, at node: TreeBuilder.Index, in builder: inout TreeBuilder) {
        builder.nodes[Int(node)].kind = .paragraph
        builder.nodes[Int(node)].number = 0
        let text = builder.add(.text, line: builder.nodes[Int(node)].line, column: marker.column)
        builder.nodes[Int(text)].setText(builder.store(original.slice(marker.range)))
        builder.append(text, to: node)
        append(node, to: &builder)
    }
}

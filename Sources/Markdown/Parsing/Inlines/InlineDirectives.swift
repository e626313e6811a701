/// Finds `:name[text]{arguments}` and `:name{arguments}` among the children of one node; the text may hold other inlines.
struct InlineDirectiveReader {
    private struct Opening {
        /// Where the colon stands.
        var start: TreeBuilder.TextPosition
        var name: Range<Int32>
        /// Brackets that were opened inside the text.
        var brackets = 0
    }

    private var openings: [Opening] = []
    private var hasFound = false

    mutating func read(_ parent: TreeBuilder.Index, in builder: inout TreeBuilder) {
        openings.removeAll(keepingCapacity: true)
        hasFound = false
        var child = builder.nodes[Int(parent)].firstIndex
        while child >= 0 {
            if builder.nodes[Int(child)].kind == .text {
                child = scan(child, parent, in: &builder)
            }
            child = builder.nodes[Int(child)].nextIndex
        }
        if hasFound { builder.removeEmptyTexts(in: parent) }
    }

    /// Scans one text node, and what is left of it after each directive; returns the last of these.
    private mutating func scan(
        _ text: TreeBuilder.Index, _ parent: TreeBuilder.Index, in builder: inout TreeBuilder
    ) -> TreeBuilder.Index {
        var text = text
        var position = builder.nodes[Int(text)].textStart
        while position < builder.nodes[Int(text)].textEnd {
            switch builder.bytes[Int(position)] {
            case UInt8(ascii: ":"):
                guard let name = name(after: position, of: text, in: builder), openings.count < MarkerFolder.depthLimit
                else { break }
                let opening = Opening(start: .init(node: text, offset: position), name: name)
                if builder.bytes[Int(name.upperBound)] == UInt8(ascii: "{") {
                    text = close(
                        opening, at: .init(node: text, offset: name.upperBound), hasText: false, parent, in: &builder)
                    position = builder.nodes[Int(text)].textStart
                    continue
                }
                openings.append(opening)
                position = name.upperBound
            case UInt8(ascii: "["):
                if !openings.isEmpty { openings[openings.count - 1].brackets += 1 }
            case UInt8(ascii: "]"):
                guard let opening = openings.last else { break }
                if opening.brackets > 0 {
                    openings[openings.count - 1].brackets -= 1
                } else {
                    openings.removeLast()
                    text = close(opening, at: .init(node: text, offset: position), parent, in: &builder)
                    position = builder.nodes[Int(text)].textStart
                    continue
                }
            default:
                break
            }
            position += 1
        }
        return text
    }

    /// The name in `:name[` or `:name{…}`, when the colon does not belong to a word before it.
    private func name(
        after colon: Int32, of text: TreeBuilder.Index, in builder: TreeBuilder
    ) -> Range<Int32>? {
        let node = builder.nodes[Int(text)]
        if colon > node.textStart {
            let previous = builder.bytes[Int(colon) - 1]
            if previous.isASCIIAlphanumeric || previous >= 0x80 && !isSubstitute(before: colon, node, builder) {
                return nil
            }
        }
        var position = colon + 1
        guard position < node.textEnd, builder.bytes[Int(position)].isASCIILower else { return nil }
        while position < node.textEnd {
            let byte = builder.bytes[Int(position)]
            if byte == UInt8(ascii: "[") { return colon + 1..<position }
            if byte == UInt8(ascii: "{") {
                let start = TreeBuilder.TextPosition(node: text, offset: position)
                return arguments(at: start, in: builder) == nil ? nil : colon + 1..<position
            }
            guard byte.isASCIILower || byte.isASCIIDigit || byte == UInt8(ascii: "-") else { return nil }
            position += 1
        }
        return nil
    }

    /// Quotation marks and dashes beyond ASCII are no letters.
    private func isSubstitute(before colon: Int32, _ node: Document.Node, _ builder: TreeBuilder) -> Bool {
        guard colon - node.textStart >= 3 else { return false }
        let (lead, second) = (builder.bytes[Int(colon) - 3], builder.bytes[Int(colon) - 2])
        return lead == 0xE2 && (second == 0x80 || second == 0x81)
            || lead == Substitute.lead && second == Substitute.second
    }

    private mutating func close(
        _ opening: Opening, at end: TreeBuilder.TextPosition, hasText: Bool = true, _ parent: TreeBuilder.Index,
        in builder: inout TreeBuilder
    ) -> TreeBuilder.Index {
        let bracket: Int32 = hasText ? 1 : 0
        let directive = builder.add(.inlineDirective, line: builder.nodes[Int(opening.start.node)].line)
        let opener = builder.nodes[Int(opening.start.node)]
        builder.nodes[Int(directive)].column = opener.column + opening.start.offset - opener.textStart
        builder.nodes[Int(directive)].flags = opener.flags.intersection(.insideLink)
        builder.nodes[Int(directive)].setText(opening.name)
        var closer = bracket
        if let arguments = arguments(at: .init(node: end.node, offset: end.offset + bracket), in: builder) {
            closer += Int32(arguments.count) + 2
            builder.nodes[Int(directive)].flags.insert(.hasArguments)
            builder.nodes[Int(directive)].setExtra(arguments)
        }
        hasFound = true
        let rest = builder.wrap(
            in: directive, from: opening.start, opener: Int32(opening.name.count) + 1 + bracket, to: end,
            closer: closer,
            parent: parent)
        builder.removeEmptyTexts(in: directive)
        return rest
    }

    private func arguments(at position: TreeBuilder.TextPosition, in builder: TreeBuilder) -> Range<Int32>? {
        let start = Int(position.offset)
        // More than anybody writes: a text of nothing but openings is not searched to its end for each of them.
        let limit = min(Int(builder.nodes[Int(position.node)].textEnd), start + 4096)
        return builder.bytes.withUnsafeBufferPointer { bytes in
            guard start < limit, bytes[start] == UInt8(ascii: "{"),
                let close = DirectiveLine.closingBrace(bytes, start..<limit)
            else { return nil }
            return Int32(start + 1)..<Int32(close)
        }
    }
}

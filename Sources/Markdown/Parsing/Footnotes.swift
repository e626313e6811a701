import Diagnostics

/// Joins references to footnotes with their definitions, and numbers them in the order of first use.
struct Footnotes {
    /// Definitions by their label in lower case.
    private var definitions: [[UInt8]: TreeBuilder.Index] = [:]
    private let written: [TreeBuilder.Index]

    /// Of two definitions with one label the first counts.
    init(
        _ definitions: [TreeBuilder.Index], in builder: TreeBuilder, file: String, diagnostics: inout [Diagnostic]
    ) {
        written = definitions
        for index in definitions {
            let key = Footnotes.key(builder.bytes, builder.nodes[Int(index)].text)
            guard self.definitions[key] != nil else {
                self.definitions[key] = index
                continue
            }
            diagnostics.append(
                Diagnostic(
                    "duplicate-footnote", .error, "footnote '\(String(decoding: key, as: UTF8.self))' is defined twice",
                    at: builder.location(of: index, file: file), help: "give one of them another label"))
        }
    }

    private static func key(_ bytes: [UInt8], _ range: Range<Int32>) -> [UInt8] {
        bytes[Int(range.lowerBound)..<Int(range.upperBound)].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    }

    /// Cuts `[^label]` out of a text node. References without a definition stay text.
    func readReferences(
        in text: TreeBuilder.Index, of builder: inout TreeBuilder, undefined: (Range<Int32>, TreeBuilder.Index) -> Void
    ) {
        let parent = builder.nodes[Int(text)].parentIndex
        guard parent >= 0 else { return }
        var text = text
        var position = builder.nodes[Int(text)].textStart
        while let label = nextLabel(in: builder, from: position, to: builder.nodes[Int(text)].textEnd) {
            position = label.upperBound + 1
            guard let definition = definitions[Footnotes.key(builder.bytes, label)] else {
                undefined(label, text)
                continue
            }
            let reference = builder.add(.footnoteReference, line: builder.nodes[Int(text)].line)
            let offset = label.lowerBound - 2 - builder.nodes[Int(text)].textStart
            builder.nodes[Int(reference)].column = builder.nodes[Int(text)].column + offset
            builder.nodes[Int(reference)].setText(label)
            builder.nodes[Int(reference)].number = definition
            text = builder.replace(label.lowerBound - 2..<position, of: text, by: reference, in: parent)
        }
    }

    private func nextLabel(in builder: TreeBuilder, from start: Int32, to end: Int32) -> Range<Int32>? {
        builder.bytes.withUnsafeBufferPointer { bytes in
            var position = Int(start)
            while let found = bytes.firstIndex(of: UInt8(ascii: "["), from: position), found < end {
                if let label = FootnoteLabel.range(bytes, at: found, before: Int(end)) {
                    return Int32(label.lowerBound)..<Int32(label.upperBound)
                }
                position = found + 1
            }
            return nil
        }
    }

    /// Numbers references and definitions, and puts the definitions that are used at the end of the document.
    func place(in builder: inout TreeBuilder, root: TreeBuilder.Index, file: String, diagnostics: inout [Diagnostic]) {
        var order: [TreeBuilder.Index] = []
        number(below: root, &order, in: &builder)
        var next = 0
        while next < order.count {
            number(below: order[next], &order, in: &builder)
            next += 1
        }
        for index in order { builder.append(index, to: root) }
        if let first = order.first { builder.nodes[Int(first)].flags.insert(.firstNote) }
        for index in written where builder.nodes[Int(index)].number == 0 {
            let label = builder.nodes[Int(index)].text
            let name = String(decoding: builder.bytes[Int(label.lowerBound)..<Int(label.upperBound)], as: UTF8.self)
            diagnostics.append(
                Diagnostic(
                    "unused-footnote", .warning, "nothing refers to footnote '\(name)'",
                    at: builder.location(of: index, file: file), help: "write [^\(name)] where it belongs, or remove it"
                ))
        }
    }

    private func number(
        below top: TreeBuilder.Index, _ order: inout [TreeBuilder.Index], in builder: inout TreeBuilder
    ) {
        var current = builder.following(top, within: top)
        while let index = current {
            if builder.nodes[Int(index)].kind == .footnoteReference {
                let definition = builder.nodes[Int(index)].number
                if builder.nodes[Int(definition)].number == 0 {
                    order.append(definition)
                    builder.nodes[Int(definition)].number = Int32(truncatingIfNeeded: order.count)
                }
                builder.nodes[Int(definition)].level &+= 1
                builder.nodes[Int(index)].number = builder.nodes[Int(definition)].number
                builder.nodes[Int(index)].level = builder.nodes[Int(definition)].level
            }
            current = builder.following(index, within: top)
        }
    }
}

extension TreeBuilder {
    /// The next node in reading order below `top`.
    func following(_ index: Index, within top: Index) -> Index? {
        var current = index
        if nodes[Int(current)].firstIndex >= 0 { return nodes[Int(current)].firstIndex }
        while current != top {
            if nodes[Int(current)].nextIndex >= 0 { return nodes[Int(current)].nextIndex }
            current = nodes[Int(current)].parentIndex
            if current < 0 { return nil }
        }
        return nil
    }

    func location(of index: Index, file: String) -> SourceLocation {
        let node = nodes[Int(index)]
        return SourceLocation(file: file, line: Int(node.line), column: Int(max(node.column, 0)))
    }
}

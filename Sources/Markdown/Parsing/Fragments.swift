import CCmark

/// Pieces of text that libcmark could not see as inlines where they stood: table cells, directive labels.
///
/// All of a page are parsed at once, each as a heading of its own document, since a heading's text can be nothing but
/// inlines.
struct Fragments {
    struct Fragment {
        /// The node that the inlines become children of.
        var node: TreeBuilder.Index
        var fileLine: Int32
        /// Its first line in `text`.
        var line: Int32
    }

    private(set) var fragments: [Fragment] = []
    private(set) var text: [UInt8] = []
    private var lineCount: Int32 = 0

    var isEmpty: Bool { fragments.isEmpty }

    /// Adds one line of inlines; `write` appends it.
    mutating func add(to node: TreeBuilder.Index, fileLine: Int32, _ write: (inout [UInt8]) -> Void) {
        text.append("###### ")
        write(&text)
        // The closing sign keeps a `#` at the text's end from being one.
        text.append(" #\n")
        lineCount += 1
        fragments.append(Fragment(node: node, fileLine: fileLine, line: lineCount))
    }

    /// Adds a paragraph's lines.
    mutating func addParagraph(
        to node: TreeBuilder.Index, fileLine: Int32, _ lines: [UnsafeBufferPointer<UInt8>]
    ) {
        text.append("\n")
        fragments.append(Fragment(node: node, fileLine: fileLine, line: lineCount + 2))
        for (number, line) in lines.enumerated() {
            // So far indented, a line can only continue the paragraph.
            if number > 0 { text.append("    ") }
            text.append(contentsOf: line)
            text.append("\n")
        }
        text.append("\n")
        lineCount += Int32(truncatingIfNeeded: lines.count + 2)
    }

    /// Makes the text's links resolve: definitions are looked for in the whole source.
    mutating func appendDefinitions(from source: UnsafeBufferPointer<UInt8>) {
        guard text.contains(UInt8(ascii: "[")) else { return }
        text.append("\n")
        text.append(contentsOf: source)
    }

    /// Gives each fragment's node its inlines; `document` is what libcmark made of `text`.
    func distribute(_ document: OpaquePointer, with copier: inout CmarkTreeCopier) {
        var block = cmark_node_first_child(document)
        for fragment in fragments {
            guard let current = block else { return }
            guard cmark_node_get_start_line(current) == fragment.line else {
                // A paragraph of nothing but link definitions.
                copier.builder.remove(fragment.node)
                continue
            }
            copier.lineMap = LineMap(shift: fragment.fileLine - fragment.line)
            copier.copyChildren(of: current, to: fragment.node)
            block = cmark_node_next(current)
        }
    }
}

/// Writes a document, or a part of it, as plain text: for search, summaries and copying.
///
/// Blocks end with a line end, cells are separated by a tab, breaks inside a paragraph are spaces. Raw HTML, footnote
/// references and what a directive hides are left out.
public struct PlainTextRenderer: Sendable {
    public init() {}

    public func text(of document: Document) -> String {
        var output: [UInt8] = []
        renderChildren(of: document.root, in: document, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends everything below `id`, as UTF-8.
    public func renderChildren(of id: Document.NodeID, in document: Document, to output: inout [UInt8]) {
        document.bytes.withUnsafeBufferPointer { bytes in
            var current = document[id].firstChild
            while let node = current {
                if !document[node].flags.contains(.unsearched) {
                    write(document[node], bytes, to: &output)
                    if let child = document[node].firstChild {
                        current = child
                        continue
                    }
                }
                current = finish(node, within: id, in: document, to: &output)
            }
        }
    }

    /// Appends one node and everything below it, as UTF-8.
    public func render(_ id: Document.NodeID, in document: Document, to output: inout [UInt8]) {
        if document[id].flags.contains(.unsearched) { return }
        document.bytes.withUnsafeBufferPointer { write(document[id], $0, to: &output) }
        renderChildren(of: id, in: document, to: &output)
        writeEnd(of: document[id], to: &output)
    }

    /// Ends a node and each ancestor that it is the last of; returns what comes next in reading order.
    private func finish(
        _ id: Document.NodeID, within top: Document.NodeID, in document: Document, to output: inout [UInt8]
    ) -> Document.NodeID? {
        var current = id
        while true {
            writeEnd(of: document[current], to: &output)
            if let next = document[current].next { return next }
            guard let parent = document[current].parent, parent != top else { return nil }
            current = parent
        }
    }

    private func write(_ node: Document.Node, _ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        switch node.kind {
        case .text, .code, .codeBlock: output.append(contentsOf: bytes.slice(Int(node.textStart)..<Int(node.textEnd)))
        case .softBreak, .lineBreak: output.append(UInt8(ascii: " "))
        default: break
        }
    }

    private func writeEnd(of node: Document.Node, to output: inout [UInt8]) {
        switch node.kind {
        case .tableCell: if node.next != nil { output.append(UInt8(ascii: "\t")) }
        case .paragraph, .heading, .codeBlock, .tableRow, .directiveLabel: output.startLine()
        default: break
        }
    }
}

extension Document {
    /// The text below a node, as plain text.
    public func plainText(below id: NodeID) -> String {
        var bytes: [UInt8] = []
        PlainTextRenderer().renderChildren(of: id, in: self, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

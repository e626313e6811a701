import CCmark
public import Diagnostics

/// Reads Markdown into a `Document`: libcmark for CommonMark, our own passes for everything beyond it.
///
/// Holds reusable memory: make one per thread and parse many documents with it.
public struct MarkdownParser {
    public let options: MarkdownOptions
    let arena = ParseArena()

    public init(options: MarkdownOptions) {
        self.options = options
    }

    /// Parses one document; what is wrong with it is appended to `diagnostics`.
    ///
    /// - Parameters:
    ///   - source: UTF-8; invalid sequences and NUL read as U+FFFD.
    ///   - file: the file's name in diagnostics.
    ///   - firstLine: the line of the file on which `source` starts, which is not 1 after front matter.
    public mutating func parse(
        _ source: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int = 1, diagnostics: inout [Diagnostic]
    ) -> Document {
        var builder = TreeBuilder()
        builder.bytes.reserveCapacity(source.count + source.count / 8)
        builder.nodes.reserveCapacity(source.count / 24 + 16)
        let root = builder.add(.document, line: 1, column: 1)
        parseWithCmark(source) { document in
            builder.copyChildren(of: document, to: root)
        }
        return Document(nodes: builder.nodes, bytes: builder.bytes)
    }

    public mutating func parse(
        _ source: [UInt8], file: String = "", firstLine: Int = 1, diagnostics: inout [Diagnostic]
    ) -> Document {
        source.withUnsafeBufferPointer { parse($0, file: file, firstLine: firstLine, diagnostics: &diagnostics) }
    }

    public mutating func parse(
        _ source: String, file: String = "", firstLine: Int = 1, diagnostics: inout [Diagnostic]
    ) -> Document {
        parse(Array(source.utf8), file: file, firstLine: firstLine, diagnostics: &diagnostics)
    }

    private func parseWithCmark(_ source: UnsafeBufferPointer<UInt8>, _ use: (OpaquePointer) -> Void) {
        arena.withAllocator { allocator in
            // Validation replaces invalid UTF-8; the positions option makes libcmark count lines inside code spans.
            let options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_SOURCEPOS
            guard let parser = cmark_parser_new_with_mem(options, allocator) else { return }
            if let start = source.baseAddress {
                start.withMemoryRebound(to: CChar.self, capacity: source.count) {
                    cmark_parser_feed(parser, $0, source.count)
                }
            }
            if let document = cmark_parser_finish(parser) { use(document) }
        }
    }
}

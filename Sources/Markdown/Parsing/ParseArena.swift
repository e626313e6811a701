import CArena
import CCmark

/// The memory that libcmark parses in, used again from one text to the next.
final class ParseArena {
    private let memory = arena_create()

    deinit {
        arena_destroy(memory)
    }

    /// Parses a text with libcmark; its tree is valid until `use` returns.
    func parse(_ text: UnsafeBufferPointer<UInt8>, _ use: (OpaquePointer) -> Void) {
        let outer = arena_use(memory)
        defer {
            _ = arena_use(outer)
            arena_reset(memory)
        }
        var allocator = cmark_mem(calloc: arena_calloc, realloc: arena_realloc, free: arena_free)
        withUnsafeMutablePointer(to: &allocator) { allocator in
            // Counts lines inside code spans too; and replaces invalid UTF-8, for which ASCII need not be searched.
            let options = CMARK_OPT_SOURCEPOS | (text.isASCII ? 0 : CMARK_OPT_VALIDATE_UTF8)
            guard let parser = cmark_parser_new_with_mem(options, allocator) else { return }
            if let start = text.baseAddress {
                start.withMemoryRebound(to: CChar.self, capacity: text.count) {
                    cmark_parser_feed(parser, $0, text.count)
                }
            }
            if let document = cmark_parser_finish(parser) { use(document) }
        }
    }
}

import CCmark

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Memory for one parse by libcmark: handed out by moving a cursor, taken back all at once.
///
/// Half of libcmark's time goes to `malloc` and `free` of small nodes. Its allocator functions get no context, so the
/// arena in use is a thread-specific value.
final class ParseArena {
    private let state: UnsafeMutablePointer<ArenaState>

    init() {
        state = .allocate(capacity: 1)
        state.initialize(to: ArenaState())
    }

    deinit {
        state.pointee.releaseChunks(keeping: 0)
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// Runs `body` with an allocator whose memory is valid until `body` returns.
    func withAllocator<Result>(_ body: (UnsafeMutablePointer<cmark_mem>) -> Result) -> Result {
        let outer = pthread_getspecific(arenaKey)
        pthread_setspecific(arenaKey, state)
        defer {
            pthread_setspecific(arenaKey, outer)
            state.pointee.reset()
        }
        return body(arenaAllocator.pointer)
    }
}

extension ParseArena {
    /// Parses a text with libcmark; its tree is valid until `use` returns.
    func parse(_ text: UnsafeBufferPointer<UInt8>, _ use: (OpaquePointer) -> Void) {
        withAllocator { allocator in
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

/// Each allocation is preceded by its size, which `realloc` needs, and starts on a boundary of 16 bytes.
private struct ArenaState {
    static let headerSize = 16
    static let chunkSize = 1 << 20

    var cursor = UnsafeMutableRawPointer(bitPattern: 16).unsafelyUnwrapped
    var remaining = 0
    var chunks: [UnsafeMutableRawPointer] = []
    /// Index of the chunk that `cursor` points into.
    var current = -1

    mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer {
        let padded = (size + Self.headerSize + 15) & ~15
        if padded > remaining { makeRoom(for: padded) }
        let memory = cursor + Self.headerSize
        cursor.storeBytes(of: padded - Self.headerSize, as: Int.self)
        cursor += padded
        remaining -= padded
        return memory
    }

    mutating func reallocate(_ memory: UnsafeMutableRawPointer, to size: Int) -> UnsafeMutableRawPointer {
        let capacity = (memory - Self.headerSize).load(as: Int.self)
        if size <= capacity { return memory }
        let isNewest = memory + capacity == cursor
        let growth = (size - capacity + 15) & ~15
        if isNewest, growth <= remaining {
            (memory - Self.headerSize).storeBytes(of: capacity + growth, as: Int.self)
            cursor += growth
            remaining -= growth
            return memory
        }
        let moved = allocate(size)
        moved.copyMemory(from: memory, byteCount: capacity)
        return moved
    }

    /// Takes the next kept chunk, or a new one: as large as asked for when that is more than usual.
    private mutating func makeRoom(for size: Int) {
        if size <= Self.chunkSize, current + 1 < chunks.count {
            current += 1
            cursor = chunks[current]
            remaining = Self.chunkSize
            return
        }
        let length = max(size, Self.chunkSize)
        let chunk = UnsafeMutableRawPointer.allocate(byteCount: length, alignment: 16)
        if length == Self.chunkSize {
            chunks.append(chunk)
            current = chunks.count - 1
        } else {
            oversized.append(chunk)
        }
        cursor = chunk
        remaining = length
    }

    /// Chunks larger than usual: never kept.
    private var oversized: [UnsafeMutableRawPointer] = []

    mutating func reset() {
        releaseChunks(keeping: 8)
        current = -1
        remaining = 0
    }

    mutating func releaseChunks(keeping kept: Int) {
        for chunk in oversized { chunk.deallocate() }
        oversized.removeAll()
        while chunks.count > kept { chunks.removeLast().deallocate() }
    }
}

private let arenaKey: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
}()

private struct AllocatorTable: @unchecked Sendable {
    /// Never written after its creation.
    let pointer: UnsafeMutablePointer<cmark_mem>
}

private let arenaAllocator: AllocatorTable = {
    let table = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    table.initialize(
        to: cmark_mem(
            calloc: { count, size in
                let memory = currentArena().pointee.allocate(count * size)
                memset(memory, 0, count * size)
                return memory
            },
            realloc: { memory, size in
                guard let memory else { return currentArena().pointee.allocate(size) }
                return currentArena().pointee.reallocate(memory, to: size)
            },
            free: { _ in }))
    return AllocatorTable(pointer: table)
}()

private func currentArena() -> UnsafeMutablePointer<ArenaState> {
    // Set by `withAllocator`, the only place that hands this allocator to libcmark.
    pthread_getspecific(arenaKey).unsafelyUnwrapped.assumingMemoryBound(to: ArenaState.self)
}

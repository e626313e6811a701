internal import CDeflate
internal import Synchronization

/// Raw deflate, best called from several threads: compressors are costly to make, so they are kept for the next call.
/// - Parameter level: 0 (stored) to 12 (smallest); 6 pays for shards of some ten kilobytes.
public func deflated(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] {
    guard let compressor = idleCompressors.take(level: level) else { return [] }
    defer { idleCompressors.put(compressor) }
    let bound = libdeflate_deflate_compress_bound(compressor.pointer, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        count = libdeflate_deflate_compress(compressor.pointer, bytes, bytes.count, output.baseAddress, bound)
    }
}

private let idleCompressors = CompressorPool()

/// A compressor belongs to one caller at a time.
private struct Compressor: @unchecked Sendable {
    var level: Int32
    var pointer: OpaquePointer
}

/// Compressors that nobody uses at the moment, at most one a thread; kept until the process ends.
private final class CompressorPool: Sendable {
    private let idle = Mutex<[Compressor]>([])

    func take(level: Int32) -> Compressor? {
        let kept = idle.withLock { idle in
            idle.lastIndex { $0.level == level }.map { idle.remove(at: $0) }
        }
        return kept ?? libdeflate_alloc_compressor(level).map { Compressor(level: level, pointer: $0) }
    }

    func put(_ compressor: Compressor) {
        idle.withLock { $0.append(compressor) }
    }
}

internal import CDeflate

/// Raw deflate at the level that pays for shards of some ten kilobytes.
public func deflated(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(level) else { return [] }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_deflate_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        count = libdeflate_deflate_compress(compressor, bytes, bytes.count, output.baseAddress, bound)
    }
}

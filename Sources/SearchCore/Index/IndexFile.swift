/// A file of the index, named below the site's `search` folder.
public struct IndexFile: Sendable {
    public var name: [UInt8]
    public var bytes: [UInt8]

    public init(name: [UInt8], bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// Compresses bytes as raw deflate; SearchCore imports nothing, so the caller brings it.
public typealias Deflate = @Sendable ([UInt8]) -> [UInt8]

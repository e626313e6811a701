import Synchronization

/// A site drawn into memory: what the preview server shows.
public struct SitePreview: Sendable {
    public let loaded: LoadedSite
    /// By path from the site's root.
    public let files: [String: [UInt8]]

    /// Loads and draws the site, errors and all: a page with an error says so on itself.
    /// - Throws: what stops the run.
    public init(options: BuildOptions) throws {
        loaded = try SiteLoader(options: options).load(startsIndex: true)
        let sink = MemorySink()
        _ = try SiteEmitter(loaded: loaded).emit(to: sink)
        files = sink.files
    }
}

/// Keeps the files of a build in memory.
private final class MemorySink: OutputSink {
    private let stored = Mutex<[String: [UInt8]]>([:])

    var files: [String: [UInt8]] { stored.withLock { $0 } }

    func put(_ bytes: [UInt8], at path: String) throws {
        // A copy as long as the page: what is drawn lies in a buffer with room for the next one.
        let copy = bytes.withUnsafeBufferPointer { Array($0) }
        stored.withLock { $0[path] = copy }
    }
}

public import SearchCore

/// The index of a site that was not written anywhere.
public struct MemoryIndex: Sendable {
    private let files: [[UInt8]: [UInt8]]

    /// - Parameter segments: in the order of their pages.
    public init(_ segments: [IndexSegment], settings: IndexSettings) {
        let written = IndexWriter.write(segments, settings: settings) { deflated($0, level: 1) }
        files = Dictionary(uniqueKeysWithValues: written.map { ($0.name, $0.bytes) })
    }

    /// The engine of the site's pages, for one thread.
    public struct Reader {
        private let files: [[UInt8]: [UInt8]]
        private var engine: SearchEngine

        fileprivate init?(_ files: [[UInt8]: [UInt8]]) {
            guard let engine = try? SearchEngine(script: files[Array("start.js".utf8)] ?? []) else { return nil }
            self.files = files
            self.engine = engine
        }

        public mutating func search(_ query: String, _ options: SearchOptions = SearchOptions()) -> SearchResults {
            engine.search(query, options) { [files] in files[$0] }
        }
    }

    public func reader() -> Reader? { Reader(files) }
}

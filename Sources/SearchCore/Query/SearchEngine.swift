/// Answers queries from an index whose files are provided as they are asked for; the same code in the terminal and in the
/// browser.
public struct SearchEngine {
    private let index: OpenIndex
    private let files: FileStore

    /// - Parameter start: the text of `start.js`.
    public init(start bytes: [UInt8]) throws(IndexProblem) {
        guard let digits = Self.payload(of: bytes) else { throw .damaged }
        let file = try Envelope.open(digits, .start)
        guard let start = StartFile(file) else { throw .damaged }
        index = OpenIndex(start)
        files = FileStore(start, generation: file.generation)
    }

    /// The site's language codes, the first one first.
    public var languages: [[UInt8]] { index.start.languages }

    /// Takes a file that `search` asked for.
    /// - Parameters:
    ///   - name: as it was asked for.
    ///   - bytes: the file's text, or nil when it could not be loaded.
    public func provide(_ name: [UInt8], _ bytes: [UInt8]?) {
        guard let letter = name.first, let kind = FileKind(rawValue: letter) else { return }
        var number = 0
        for byte in name.dropFirst() {
            guard byte >= 0x30, byte <= 0x39, number < 1 << 20 else { break }
            number = number * 10 + Int(byte - 0x30)
        }
        let file = bytes.flatMap { Self.payload(of: $0) }.flatMap { try? Envelope.open($0, kind) }
        files.provide(kind, number, file)
    }

    /// Names of the files that the next letters of a query will need, as far as they are few and not yet there.
    public func ahead(of query: [UInt8]) -> [[UInt8]] {
        var wanted = FileRequest()
        if let last = tokens(query[...]).last,
            let range = TermDirectory(index: index, files: files).shards(withPrefix: last), range.count <= 3
        {
            for number in range { _ = files.terms(number, &wanted) }
        }
        return wanted.names(generation: files.generation)
    }

    /// The digits in the last string of a script, or the whole when it has no quotes.
    private static func payload(of script: [UInt8]) -> ArraySlice<UInt8>? {
        guard let end = script.lastIndex(of: 0x22) else { return script[...] }
        guard let start = script[..<end].lastIndex(of: 0x22) else { return nil }
        return script[(start + 1)..<end]
    }

    /// Searches, or says which files it needs to do so. Time is linear in the lists of the query's words.
    public mutating func search(_ query: [UInt8], _ options: SearchOptions = SearchOptions()) -> SearchOutcome {
        var run = SearchRun(index, files, query, options)
        guard let results = run.results() else { return .needs(run.wanted.names(generation: files.generation)) }
        return .results(results)
    }

    /// Results as one line of JSON, or nil when files are needed, whose names are then in `needs`.
    public mutating func searchJSON(
        _ query: [UInt8], _ options: SearchOptions = SearchOptions(), needs: inout [[UInt8]]
    ) -> [UInt8]? {
        switch search(query, options) {
        case .needs(let names):
            needs = names
            return nil
        case .results(let results):
            needs = []
            return ResultJSON(results).bytes
        }
    }
}

/// Answers queries from an index whose files are provided as they are asked for; the same code in the terminal and in the
/// browser.
public struct SearchEngine {
    private let index: OpenIndex
    private let files: FileStore

    /// - Parameter bytes: what the script `start.js` hands over.
    public init(start bytes: [UInt8]) throws(IndexProblem) {
        let file = try Envelope.open(bytes, .start)
        guard let start = StartFile(file), let tables = start.tables else { throw .damaged }
        index = OpenIndex(start)
        files = FileStore(start, tables, generation: file.generation)
    }

    /// The site's language codes, the first one first.
    public var languages: [[UInt8]] { index.start.languages }

    /// The ids of the site's content types, in the site's order.
    public var types: [[UInt8]] { index.start.types }

    /// Takes a file that `search` asked for.
    /// - Parameters:
    ///   - name: as it was asked for.
    ///   - bytes: what its script hands over, or nil when it could not be loaded.
    public func provide(_ name: [UInt8], _ bytes: [UInt8]?) {
        guard let letter = name.first, let kind = FileKind(rawValue: letter) else { return }
        var number = 0
        for byte in name.dropFirst() {
            guard byte >= 0x30, byte <= 0x39, number < 1 << 20 else { break }
            number = number * 10 + Int(byte - 0x30)
        }
        let file = bytes.flatMap { try? Envelope.open($0, kind) }
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

    /// Names of the files that are not yet there; none when the index has more than `most`, about those of 1,500 pages.
    public func rest(most: Int = 700) -> [[UInt8]] {
        var wanted = FileRequest()
        files.addRest(most: most, to: &wanted)
        return wanted.names(generation: files.generation)
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

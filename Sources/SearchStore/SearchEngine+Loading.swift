import SearchCore

extension SearchEngine {
    /// - Parameter script: the file `start.js`.
    init(script: [UInt8]) throws(IndexProblem) {
        if let bytes = ScriptText.bytes(in: script) {
            try self.init(start: bytes)
        } else {
            // The scripts of version 1 were ASCII.
            throw script.starts(with: Array("panduan.shard(".utf8)) ? .version : .damaged
        }
    }

    /// - Parameter script: the file that was asked for, or nil when there is none.
    func provide(_ name: [UInt8], script: [UInt8]?) { provide(name, script.flatMap { ScriptText.bytes(in: $0) }) }

    /// Searches with files that are at hand.
    /// - Parameter load: a file of the index by its name below `search/`; nil when there is none.
    mutating func search(
        _ query: String, _ options: SearchOptions, load: ([UInt8]) -> [UInt8]?
    ) -> SearchResults {
        let bytes = Array(query.utf8)
        for _ in 0..<32 {
            switch search(bytes, options) {
            case .results(let results): return results
            case .needs(let names): for name in names { provide(name, script: load(name)) }
            }
        }
        return SearchResults()
    }
}

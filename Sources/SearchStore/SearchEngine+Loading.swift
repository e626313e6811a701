import SearchCore

extension SearchEngine {
    /// Searches with files that are at hand.
    /// - Parameter load: a file of the index by its name below `search/`; nil when there is none.
    mutating func search(
        _ query: String, _ options: SearchOptions, load: ([UInt8]) -> [UInt8]?
    ) -> SearchResults {
        let bytes = Array(query.utf8)
        for _ in 0..<32 {
            switch search(bytes, options) {
            case .results(let results): return results
            case .needs(let names): for name in names { provide(name, load(name)) }
            }
        }
        return SearchResults()
    }
}

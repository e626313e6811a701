import Foundation
public import SearchCore

/// Searches a built site from its folder: the engine of the browser, with files read from disk.
public struct SearchDirectory {
    private let folder: URL
    private var engine: SearchEngine

    /// - Parameter site: the built site; its index is the folder `search`.
    /// - Throws: when there is no index, or one that is damaged or of another version.
    public init(site: String) throws(SearchDirectoryError) {
        folder = URL(fileURLWithPath: site).appendingPathComponent("search")
        guard let start = try? Data(contentsOf: folder.appendingPathComponent("start.js")) else {
            throw .missing(folder.path)
        }
        guard let engine = try? SearchEngine(script: [UInt8](start)) else { throw .damaged(folder.path) }
        self.engine = engine
    }

    /// The languages of the site's pages, that of the first pages first.
    public var languages: [[UInt8]] { engine.languages }

    /// The ids of the site's content types.
    public var types: [[UInt8]] { engine.types }

    /// One line of JSON.
    public mutating func searchJSON(_ query: String, _ options: SearchOptions = SearchOptions()) -> String {
        let results = search(query, options)
        return String(decoding: results.json, as: UTF8.self)
    }

    public mutating func search(_ query: String, _ options: SearchOptions = SearchOptions()) -> SearchResults {
        engine.search(query, options) { [folder] name in
            let file = folder.appendingPathComponent(String(decoding: name, as: UTF8.self))
            return (try? Data(contentsOf: file)).map { [UInt8]($0) }
        }
    }
}

/// Why a site cannot be searched.
public enum SearchDirectoryError: Error {
    case missing(String)
    case damaged(String)
}

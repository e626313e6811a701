@testable import SearchCore
@testable import SearchStore

/// A small site's index, made and searched in memory.
struct TestIndex {
    var files: [String: [UInt8]]
    private var engine: SearchEngine
    /// Names of the files that searches needed.
    private(set) var loaded: [String] = []

    init(_ pages: [SearchPage], segments: Int = 1, settings: IndexSettings = TestIndex.settings) throws {
        let written = IndexWriter.write(Self.deal(pages, segments), settings: settings) { deflated($0) }
        files = Dictionary(uniqueKeysWithValues: written.map { (String(decoding: $0.name, as: UTF8.self), $0.bytes) })
        engine = try SearchEngine(script: files["start.js"] ?? [])
    }

    static let settings = IndexSettings(
        types: ["prosedur", "soalan", "pekeliling"].map { Array($0.utf8) },
        languages: [Array("ms".utf8), Array("en".utf8)],
        lexicon: DefaultLexicon.lexicon)

    static func deal(_ pages: [SearchPage], _ count: Int) -> [IndexSegment] {
        let size = (pages.count + count - 1) / count
        return (0..<count).map { number in
            var segment = SegmentBuilder()
            for page in pages.dropFirst(number * size).prefix(size) { segment.add(page) }
            return segment.finish()
        }
    }

    mutating func search(_ query: String, _ options: SearchOptions = SearchOptions()) -> SearchResults {
        search(Array(query.utf8), options)
    }

    mutating func search(_ query: [UInt8], _ options: SearchOptions = SearchOptions()) -> SearchResults {
        for _ in 0..<32 {
            switch engine.search(query, options) {
            case .results(let results): return results
            case .needs(let names):
                loaded += names.map { String(decoding: $0, as: UTF8.self) }
                for name in names { engine.provide(name, script: files[String(decoding: name, as: UTF8.self)]) }
            }
        }
        return SearchResults()
    }

    /// The pieces that searches needed.
    var pieces: [String] { loaded.filter { $0.hasPrefix("p") } }

    /// The addresses of the pages found.
    mutating func urls(_ query: String) -> [String] {
        search(query).results.map { String(decoding: $0.url, as: UTF8.self) }
    }
}

func page(_ url: String, _ title: String, _ sections: (String, String)...) -> SearchPage {
    SearchPage(
        url: Array(url.utf8), title: Array(title.utf8),
        sections: sections.map { heading, text in
            SearchSection(
                anchor: Array(heading.lowercased().replacing(" ", with: "-").utf8), heading: Array(heading.utf8),
                text: Array(text.utf8))
        })
}

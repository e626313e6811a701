import Diagnostics
import SearchCore
import SearchStore
import SiteModel

/// What came of searching for the questions that pages say should find them.
public struct AskReport: Sendable {
    public var asked = 0
    /// Questions whose page is among the first three.
    public var found = 0
    /// The same in an index that does not hold the questions: as for one that nobody wrote down.
    public var foundUnindexed = 0
    /// Those that are reported.
    public var missed = 0

    /// Whether so many are found that a strict check lets the others be. Where each had to be found, writers would list
    /// easy questions only.
    public var isEnough: Bool { missed * 100 <= asked * 3 }
}

/// Searches for each page's `asks:` with the site's own engine.
struct AskCheck {
    static let id = "ask-not-found"

    private typealias Ask = (page: Page, question: Located<String>)

    private let asks: [Ask]
    /// By address in the output.
    private let pages: [String: Page]
    private static let depth = 3
    /// As many as the search box shows: the engine judges the texts of those, and so orders them otherwise than fewer.
    private static let shown = 8

    init(site: Site) {
        asks = site.pages.flatMap { page in page.metadata.asks.map { (page, $0) } }
        let language = site.configuration.defaultLanguage
        pages = Dictionary(
            site.pages.map { (URLPath.encoded($0.address.outputPath(defaultLanguage: language)), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// - Parameters:
    ///   - unindexed: the site's index without the questions.
    ///   - reportsUnindexed: whether what is missed in that one is what is reported.
    func run(
        indexed: MemoryIndex, unindexed: MemoryIndex, reportsUnindexed: Bool
    ) throws -> (report: AskReport, misses: [Diagnostic]) {
        let answers = try (results(in: indexed), results(in: unindexed))
        var report = AskReport(
            asked: asks.count, found: zip(asks, answers.0).count(where: isFound),
            foundUnindexed: zip(asks, answers.1).count(where: isFound))
        let misses = zip(asks, reportsUnindexed ? answers.1 : answers.0).filter { !isFound($0, $1) }
        report.missed = misses.count
        return (report, misses.map(diagnostic))
    }

    /// The first results for each question, as its page's own reader is shown them.
    private func results(in index: MemoryIndex) throws -> [[Page]] {
        let ranges = balancedRanges(asks.map { _ in 1 }, parts: 4)
        return try concurrentMap(count: ranges.count) { number -> [[Page]] in
            guard var reader = index.reader() else { return asks[ranges[number]].map { _ in [] } }
            return asks[ranges[number]].map { ask in
                var options = SearchOptions()
                options.limit = Self.shown
                options.language = Array(ask.page.address.language.utf8)
                return reader.search(ask.question.value, options).results.prefix(Self.depth).compactMap { result in
                    pages[String(decoding: result.url.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)]
                }
            }
        }.flatMap { $0 }
    }

    /// A page is found in whatever language it is found.
    private func isFound(_ ask: Ask, _ results: [Page]) -> Bool {
        results.contains { $0.address.key == ask.page.address.key }
    }

    private func diagnostic(_ ask: Ask, _ results: [Page]) -> Diagnostic {
        let instead = results.isEmpty ? "nothing" : results.map(\.sourcePath).joined(separator: ", ")
        return Diagnostic(
            Self.id, .warning,
            "the question '\(ask.question.value)' does not find its page among the first \(Self.depth)",
            at: ask.question.location,
            help: "it finds \(instead); put its words into the title, the summary, 'keywords:' or 'answer:'")
    }
}

import Diagnostics
import SiteBuilder
import TestSites
import Testing

@Suite struct AskTests {
    private static let site = """
        -- site.yml --
        languages: [ms, en]
        -- content/a.md --
        ---
        title: Jawab telefon
        asks:
          - berapa lama kena jawab telefon
          - makan durian tengah malam
        ---
        Jawab telefon dalam sepuluh saat.
        -- content/a.en.md --
        ---
        title: Answer the telephone
        ---
        Answer within ten seconds.
        -- content/b.md --
        ---
        title: Telefon sibuk
        asks: [how do I answer the telephone]
        ---
        Talian sibuk.

        """
    /// Pages that a question meets in more of its words than its own page does.
    private static let rivals = (1...3).map {
        "-- content/c\($0).md --\n---\ntitle: Langsir biru jendela\nkeywords: [langsir biru jendela]\n---\nLangsir biru jendela.\n"
    }.joined()
    private static let lost = """
        -- content/d.md --
        ---
        title: Kertas
        weight: 10
        asks:
          - kertas
          - langsir biru jendela
        ---
        \(String(repeating: "Kertas dan pena. ", count: 200))

        """

    private func load(_ literal: String, _ asks: BuildOptions.Asks) throws -> LoadedSite {
        let site = try TemporarySite(literal)
        var options = BuildOptions(source: site.source, output: site.output)
        options.asks = asks
        return try SiteLoader(options: options).load()
    }

    @Test func questionsAreCountedWithAndWithoutTheirIndex() throws {
        let loaded = try load(Self.site, .indexed)
        let report = try #require(loaded.asks)
        #expect((report.asked, report.found, report.foundUnindexed) == (3, 3, 2))
        #expect(text(loaded.diagnostics, ignoring: ["missing-field"]) == "")
    }

    @Test func whatIsNotFoundIsReportedWithWhatWas() throws {
        let loaded = try load(Self.site, .unindexed)
        #expect(
            text(loaded.diagnostics, ignoring: ["missing-field"]) == """
                content/a.md:5:5: warning: the question 'makan durian tengah malam' does not find its page among the first 3 [ask-not-found]
                  help: it finds nothing; put its words into the title, the summary, 'keywords:' or 'answer:'

                """)
    }

    @Test func aQuestionThatFindsOthersFirstIsReported() throws {
        let loaded = try load(Self.rivals + Self.lost, .unindexed)
        #expect(
            text(loaded.diagnostics, ignoring: ["missing-field"]) == """
                content/d.md:6:5: warning: the question 'langsir biru jendela' does not find its page among the first 3 [ask-not-found]
                  help: it finds content/c1.md, content/c2.md, content/c3.md; put its words into the title, the summary, 'keywords:' or 'answer:'

                """)
    }

    /// One of two is too few, all but one of a hundred are enough.
    @Test func aStrictCheckLetsAFewBe() throws {
        let asks = Array(repeating: "pensel", count: 97).joined(separator: ", ")
        let many = "-- content/e.md --\n---\ntitle: Pensel\nasks: [\(asks)]\n---\n"
        let severities = try [Self.rivals + Self.lost, Self.rivals + Self.lost + many].map { literal in
            let site = try TemporarySite(literal)
            var options = BuildOptions(source: site.source, output: site.output)
            options.asks = .unindexed
            options.isStrict = true
            return try SiteLoader(options: options).load().diagnostics.first { $0.id == "ask-not-found" }?.severity
        }
        #expect(severities == [.error, .warning])
    }

    @Test func aBuildAsksNothing() throws {
        #expect(try load(Self.rivals + Self.lost, .no).asks == nil)
    }
}

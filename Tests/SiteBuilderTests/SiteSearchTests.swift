import Foundation
import SearchCore
import SearchStore
import TestSites
import Testing

/// What a site tells the index of its pages beyond their texts.
@Suite struct SiteSearchTests {
    private struct Found {
        var url: String
        var score: Int32
        var isPinned: Bool
        var isUntranslated: Bool
    }

    private func results(_ site: TemporarySite, _ query: String, language: String) throws -> [Found] {
        var search = try SearchDirectory(site: site.output)
        var options = SearchOptions()
        options.language = Array(language.utf8)
        return search.search(query, options).results.map {
            Found(
                url: String(decoding: $0.url.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self), score: $0.score,
                isPinned: $0.isPinned, isUntranslated: $0.isUntranslated)
        }
    }

    /// The theme's words, for a language that it does not speak.
    private static let words = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../themes/panduan/strings/en.yml")

    /// All pages say the same, so that the reader's language decides where there is a choice: `c` is not in Malay, `a` in
    /// nothing else.
    @Test(arguments: [
        ("ms", ["a.html", "b.html", "en/c.html", "en/b.html"]), ("en", ["a.html", "en/b.html", "en/c.html", "b.html"]),
        ("ta", ["a.html", "b.html", "en/c.html", "en/b.html"]),
    ])
    func theBestPageThatAReaderHasComesFirst(_ language: String, _ expected: [String]) throws {
        let page = "# Telefon\nTelefon dijawab di sini.\n"
        let site = try TemporarySite(
            "-- site.yml --\nlanguages: [ms, en, ta]\n-- content/a.md --\n\(page)-- content/b.md --\n\(page)"
                + "-- content/b.en.md --\n\(page)-- content/c.en.md --\n\(page)")
        try site.write([UInt8](Data(contentsOf: Self.words)), to: "themes/panduan/strings/ta.yml")
        try build(site)
        let found = try results(site, "telefon", language: language)
        #expect(found.map(\.url) == expected)
        #expect(found.map(\.isUntranslated) == [true, language != "en", true, false])
    }

    /// Whoever does not say which language they read has no page preferred.
    @Test func noPageIsPreferredForAnUnknownReader() throws {
        let page = "# Telefon\nTelefon dijawab di sini.\n"
        let site = try built(
            "-- site.yml --\nlanguages: [ms, en]\n-- content/a.md --\n\(page)-- content/a.en.md --\n\(page)"
                + "-- content/b.md --\n\(page)")
        #expect(Set(try results(site, "telefon", language: "").map(\.score)).count == 1)
    }

    @Test func aSiteOfOneLanguageHasNothingToTranslate() throws {
        let site = try built("-- site.yml --\nlanguages: [ms]\n-- content/a.md --\n# Telefon\nTelefon.\n")
        #expect(try results(site, "telefon", language: "ms").map(\.isUntranslated) == [false])
    }

    /// A pin holds for the page that a reader gets, translated or not.
    @Test(arguments: [("ms", ["b.html", "a.html"]), ("en", ["en/b.html", "a.html"])])
    func aPinnedPageWithoutATranslationStaysPinned(_ language: String, _ expected: [String]) throws {
        let site = try built(
            """
            -- site.yml --
            languages: [ms, en]
            pins:
              pinku: [b.md, a.md]
            -- content/a.md --
            # Satu
            -- content/b.md --
            # Dua
            -- content/b.en.md --
            # Two

            """)
        #expect(try results(site, "pinku", language: language).filter(\.isPinned).map(\.url) == expected)
    }

    @Test(arguments: ["borang", "form"])
    func aPageIsFoundByWhatItsTypeIsCalled(_ name: String) throws {
        let site = try built(
            """
            -- site.yml --
            languages: [ms, en]
            -- content/a.md --
            # Kaunter aduan
            Aduan diterima di sini.
            -- content/borang/b.md --
            # Kaunter aduan
            Aduan diterima di sini.

            """)
        #expect(try results(site, name + " aduan", language: "ms").first?.url == "borang/b.html")
    }
}

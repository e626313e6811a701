import SearchCore
import SearchStore
import TestSites
import Testing

/// What a site tells the index of its pages beyond their texts.
@Suite struct SiteSearchTests {
    private func urls(_ site: TemporarySite, _ query: String, language: String) throws -> [String] {
        var search = try SearchDirectory(site: site.output)
        var options = SearchOptions()
        options.language = Array(language.utf8)
        return search.search(query, options).results.map {
            String(decoding: $0.url.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
        }
    }

    /// The letters of both pages weigh the same; the reader's language decides, where there is a choice.
    @Test(arguments: ["ms", "en"])
    func aPageWithoutATranslationStandsAmongTheReadersOwn(_ language: String) throws {
        let site = try built(
            """
            -- site.yml --
            languages: [ms, en]
            -- content/a.md --
            # Telefon
            Telefon dijawab di sini.
            -- content/b.md --
            # Kaunter
            Telefon dan telefon.
            -- content/b.en.md --
            # Counter
            Telefon dan telefon.
            -- content/c.en.md --
            # Telefon
            Telefon dijawab di sini.

            """)
        let found = try urls(site, "telefon", language: language)
        let counters = ["b.html", "en/b.html"]
        #expect(found == ["a.html", "en/c.html"] + (language == "ms" ? counters : counters.reversed()))
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
        #expect(try urls(site, name + " aduan", language: "ms").first == "borang/b.html")
    }
}

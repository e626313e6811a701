import Foundation
import SiteBuilder
import SiteModel
import TestSites
import Testing

@Suite struct BuildTests {
    @Test func aFolderWithNothingInItBuilds() throws {
        let site = try built("")
        #expect(
            Set(site.builtPaths()).isSuperset(of: ["index.html", "404.html", "a-z.html", "cari.html", "tag/index.html"])
        )
    }

    @Test func onePageBuilds() throws {
        let site = try built("-- x.md --\n# Satu\n")
        #expect(try site.built("x.html").contains("<h1>"))
        #expect(try site.built("index.html").contains("Panduan"))
    }

    @Test func sectionsWithoutAPageInALanguageAreCalledByTheirType() throws {
        let site = try built(
            """
            -- skrip/index.md --
            # Skrip kaunter
            -- skrip/sapa.md --
            # Sapaan
            -- lain/index.md --
            # Hal lain
            -- index.en.md --
            # Home
            """)
        let home = try site.built("en/index.html")
        #expect(home.contains(">Scripts</a>"))
        #expect(home.contains(">Hal lain</a>"))
        #expect(!home.contains(">Skrip kaunter</a>"))
        #expect(try site.built("index.html").contains(">Skrip kaunter</a>"))
    }

    @Test(arguments: [
        ("", 0), ("a", 1), ("satu dua", 2), ("tiga empat lima enam tujuh lapan", 6), ("seribu dua-ratus é – ya.", 5),
        ("abcdefg hijklmno pqrstuvw x", 4), ("satu\n\n## dua\n\n- tiga\n- empat", 4),
    ])
    func countsWords(_ text: String, _ count: Int) throws {
        #expect(try build(TemporarySite("-- x.md --\n\(text)\n")).wordCount == count)
    }

    @Test func aFolderOfPlainMarkdownBuilds() throws {
        let site = try built(
            """
            -- README.md --
            # My notes
            See [setup](docs/setup.md#install), [docs](docs/) and [licence](LICENSE).
            -- docs/README.md --
            # Docs
            Back [home](../README.md).
            -- docs/setup.md --
            Setup
            =====

            ## Install
            -- LICENSE --
            Free.
            """)
        let home = try site.built("index.html")
        #expect(home.contains("href=\"docs/setup.html#install\""))
        #expect(home.contains("href=\"docs/index.html\""))
        #expect(try site.built("docs/index.html").contains("href=\"../index.html\">home</a>"))
        #expect(site.builtPaths().contains { $0.hasPrefix("LICENSE.") })
    }

    @Test func contentIsInTheContentFolderWhereThereIsOne() throws {
        let site = try built("-- content/x.md --\n# Satu\n-- lain.md --\n# Dua\n-- nota/y.md --\n# Tiga\n")
        let paths = site.builtPaths()
        #expect(paths.contains("x.html") && !paths.contains("lain.html") && !paths.contains("nota/y.html"))
    }

    @Test func hiddenFilesAndYAMLAreNotContent() throws {
        let site = try built(
            "-- x.md --\n# Satu\n-- .git/config --\nx\n-- .rahsia.md --\n# R\n-- site.yml --\ntitle: T\n-- data/a.yaml --\n"
        )
        #expect(!site.builtPaths().contains { $0.contains("git/") || $0.contains("rahsia") || $0.contains("yml") })
    }

    @Test func titleIsTheFrontMattersElseTheFirstHeadingElseTheFileName() throws {
        let loaded = try build(
            TemporarySite(
                """
                -- a.md --
                ---
                title: Dari atas
                ---
                # Tajuk lain
                -- b.md --
                # Dari *tajuk* `kod` & lain
                -- c-dari_nama.md --
                Teks.

                # Bukan tajuk
                -- soalan/index.md --
                Teks.
                -- index.md --
                Teks.
                """)
        ).loaded
        let titles = Dictionary(uniqueKeysWithValues: loaded.site.pages.map { ($0.address.key, $0.title) })
        #expect(
            titles == [
                "a": "Dari atas", "b": "Dari tajuk kod & lain", "c-dari_nama": "C dari nama", "soalan/index": "Soalan",
                "index": "Index",
            ])
    }

    @Test func draftsAreLeftOutUnlessAskedFor() throws {
        let source = """
            -- content/x.md --
            # Satu
            -- content/y.md --
            ---
            draft: true
            ---
            [a](tiada.md)
            """
        #expect(try check(source) == "")
        #expect(
            try check(source) { $0.includesDrafts = true }
                == "content/y.md:4:1: error: there is no page tiada.md [broken-link]\n")
        let site = try built("-- content/y.md --\n---\ndraft: yes\n---\n# Dua\n") { $0.includesDrafts = true }
        #expect(site.builtPaths().contains("y.html"))
    }

    @Test func strictMakesWarningsErrors() throws {
        let site = try TemporarySite("-- content/x.md --\n# Satu\n")
        #expect(try build(site).isWritten)
        let report = try build(site) { $0.isStrict = true }
        #expect(!report.isWritten)
        #expect(
            text(report.loaded.diagnostics) == """
                content/x.md:1:1: error: the page has no front matter [missing-field]
                  help: begin the file with a line '---', then 'owner:', 'sources:', 'reviewed:', then '---' again

                """)
    }

    @Test func aPageWithAnErrorSaysSoOnItself() throws {
        let source = """
            \(bareTheme)-- content/index.md --
            [a](tiada.md)
            -- content/soalan/index.md --
            [b](tiada.md)
            -- content/soalan/x.md --
            [c](tiada.md)
            -- content/soalan/y.md --
            Baik.
            """
        let site = try built(source) { $0.keepsGoing = true }
        let message = "there is no page tiada.md;"
        #expect(try site.built("index.html").contains("errors: content/index.md:1: \(message)"))
        #expect(try site.built("soalan/index.html").contains("errors: content/soalan/index.md:1: \(message)"))
        #expect(try site.built("soalan/x.html").contains("errors: content/soalan/x.md:1: \(message)"))
        #expect(try site.built("soalan/y.html").contains("errors:\n"))
    }

    @Test func filesArePublishedUnderTheirFingerprintAndFoundFromEveryFolder() throws {
        let source = """
            -- content/soalan/x.md --
            ![a](../img/a.png) [b](fail.pdf#page=2) [c](/img/a.png)
            -- content/img/a.png --
            satu
            -- content/soalan/fail.pdf --
            dua
            """
        let site = try built(source)
        let image = try #require(site.builtPaths().first { $0.hasPrefix("img/a.") })
        let file = try #require(site.builtPaths().first { $0.hasPrefix("soalan/fail.") })
        let html = try site.built("soalan/x.html")
        #expect(html.contains("src=\"../\(image)\""))
        #expect(html.contains("href=\"../\(file)#page=2\""))
        #expect(html.contains("href=\"../\(image)\""))
        #expect(try site.built(image) == "satu\n")
        try site.add("-- content/img/a.png --\nlain\n")
        try build(site)
        #expect(try #require(site.builtPaths().first { $0.hasPrefix("img/a.") }) != image)
    }

    @Test func aFileThatNoPageNamesKeepsItsName() throws {
        #expect(try built("-- x.md --\nTeks.\n-- data/jadual.csv --\n1\n").builtPaths().contains("data/jadual.csv"))
    }

    @Test func theSitemapNamesEveryPageThatIsWritten() throws {
        let site = try built(
            """
            -- site.yml --
            base_url: "https://contoh.my/a&b"
            -- content/index.md --
            # Laman
            -- content/a b.md --
            ---
            reviewed: 2026-01-02
            ---
            -- content/a b.en.md --
            # A
            """)
        #expect(
            try site.built("sitemap.xml") == """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>https://contoh.my/a&amp;b/a%20b.html</loc><lastmod>2026-01-02</lastmod></url>
                <url><loc>https://contoh.my/a&amp;b/en/a%20b.html</loc></url>
                <url><loc>https://contoh.my/a&amp;b/index.html</loc></url>
                </urlset>

                """)
        #expect(try !built("-- x.md --\n# X\n").builtPaths().contains("sitemap.xml"))
    }
}

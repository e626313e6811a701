import Foundation
import SearchCore
import SearchStore
import TestSites
import Testing

@Suite struct FactTests {
    private static let data = """
        -- site.yml --
        languages: [ms, en]
        -- content/_data/fakta.yml --
        jawab-telefon:
          value: "10"
          words: { ms: sepuluh, en: ten }
          unit: { ms: saat, en: seconds }
          label: { ms: Menjawab telefon, en: Answering the phone }
          source: "PKPA Bil. 1/2008, <Telefon>"
          reviewed: 2026-11-01
        bilangan:
          value: "14"
          label: Ciri
          source: Buku B
          reviewed: 2026-11-01
        -- content/pekeliling/pkpa-1-2008.md --
        ---
        title: Pekeliling
        number: PKPA Bil. 1/2008
        ---

        """
    private static let page = """
        -- content/prosedur/x.md --
        ---
        title: Telefon
        summary: Jawab dalam :fakta[jawab-telefon].
        time_limit: ":fakta[jawab-telefon]"
        answer:
          do: Jawab dalam :fakta[jawab-telefon]{words}.
        ---
        Jawab sebelum **:fakta[jawab-telefon]**; lihat [had :fakta[jawab-telefon]](y.md).

        ## Had :fakta[jawab-telefon]

        :::steps
        1. :who[Petugas] :time[:fakta[jawab-telefon]] Angkat.
        :::
        -- content/prosedur/y.md --
        # Tiada angka
        -- content/prosedur/x.en.md --
        ---
        title: Phone
        ---
        Within :fakta[jawab-telefon]{words}, all :fakta[bilangan].

        """

    private static let use = "<a href=\"#fakta:jawab-telefon\" title=\"PKPA Bil. 1/2008, &lt;Telefon&gt;\">"

    @Test func aFigureIsWrittenWhereverTextIs() throws {
        let page = try built(Self.data + Self.page).built("prosedur/x.html")
        #expect(page.contains("<meta name=\"description\" content=\"Jawab dalam 10 saat.\">"))
        #expect(page.contains("Jawab sebelum <strong>\(Self.use)10 saat</a></strong>; lihat "))
        #expect(page.contains("lihat <a href=\"y.html\">had 10 saat</a>."))
        #expect(page.contains("<h2 id=\"had-10-saat\">Had 10 saat</h2>"))
        #expect(page.contains("<span class=\"time\">\(Self.use)10 saat</a></span>"))
        #expect(page.contains("<dd lang=\"ms\">Jawab dalam \(Self.use)sepuluh saat</a>.</dd>"))
        #expect(page.contains("<dt>Had masa</dt><dd>\(Self.use)10 saat</a></dd>"))
    }

    /// One line for each figure at the end of the page, which every use leads to without a script.
    @Test func aPageSaysWhatItsFiguresRestOn() throws {
        let site = try built(Self.data + Self.page)
        let page = try site.built("prosedur/x.html")
        #expect(
            page.contains(
                """
                <div id="fakta:jawab-telefon"><dt>10 saat</dt><dd>Menjawab telefon. \
                <a href="../pekeliling/pkpa-1-2008.html">PKPA Bil. 1/2008, &lt;Telefon&gt;</a> · Disemak \
                <time datetime="2026-11-01">1 Nov 2026</time> · <a href="../fakta.html#jawab-telefon">
                """))
        #expect(page.components(separatedBy: "id=\"fakta:").count == 2)
        let english = try site.built("en/prosedur/x.html")
        #expect(english.contains(">ten seconds</a>, all <a href=\"#fakta:bilangan\" title=\"Buku B\">14</a>."))
        #expect(english.contains("<dt>10 seconds</dt><dd>Answering the phone."))
        #expect(english.contains("<a href=\"../fakta.html#jawab-telefon\">"))
        #expect(try !site.built("prosedur/y.html").contains("class=\"footnotes figures\""))
    }

    @Test func aListOfFiguresNamesThePagesThatQuoteThem() throws {
        let site = try built(Self.data + Self.page)
        let list = try site.built("fakta.html")
        #expect(list.contains("<h2 id=\"jawab-telefon\">10 saat</h2>"))
        #expect(list.contains("<a href=\"pekeliling/pkpa-1-2008.html\">PKPA Bil. 1/2008, &lt;Telefon&gt;</a>"))
        #expect(list.contains("<time datetime=\"2026-11-01\">1 Nov 2026</time>"))
        #expect(list.components(separatedBy: "<li><a href=\"prosedur/x.html\">Telefon</a>").count == 2)
        let english = try site.built("en/fakta.html")
        #expect(english.contains("<h2 id=\"jawab-telefon\">10 seconds</h2>"))
        #expect(english.components(separatedBy: "<li><a href=\"prosedur/x.html\">Phone</a>").count == 3)
        #expect(try site.built("prosedur/y.html").contains("<a href=\"../fakta.html\">Fakta dan angka</a>"))
        let without = try built("-- content/x.md --\n# Satu\n")
        #expect(!without.builtPaths().contains("fakta.html"))
        #expect(try !without.built("x.html").contains("fakta.html"))
    }

    @Test func searchSeesTheFigure() throws {
        let site = try built(Self.data + Self.page)
        var search = try SearchDirectory(site: site.output)
        let first = try #require(search.search("10 saat").results.first)
        #expect(String(decoding: first.url, as: UTF8.self).hasPrefix("prosedur/x.html"))
        #expect(first.answer.map { String(decoding: $0.do, as: UTF8.self) } == "Jawab dalam sepuluh saat.")
    }

    @Test func anIncludedTextCountsForThePageThatIncludesIt() throws {
        let site = try built(
            Self.data + """
                -- content/_bahagian.md --
                Dalam :fakta[jawab-telefon], semua :fakta[bilangan].
                -- content/x.md --
                :::include{file=_bahagian.md}
                :::

                """)
        #expect(try site.built("x.html").contains("<div id=\"fakta:bilangan\">"))
        #expect(try site.built("fakta.html").contains("<li><a href=\"x.html\">X</a>"))
    }

    /// The glossary's terms carry their summaries to other pages.
    @Test func aTermsMeaningHoldsTheFigure() throws {
        let site = try built(
            Self.data + """
                -- content/glosari/deringan.md --
                ---
                title: Deringan
                summary: Paling lama **:fakta[jawab-telefon]**, semua :fakta[bilangan].
                ---
                -- content/x.md --
                Satu deringan.

                """)
        #expect(try site.built("x.html").contains("title=\"Paling lama 10 saat, semua 14.\">deringan</a>"))
    }

    @Test func wordsThatNobodyWroteAreAMistake() throws {
        let found = try check(Self.data + "-- content/x.md --\nDalam :fakta[bilangan]{words}, :fakta[jawab-telefon].\n")
        #expect(
            found == """
                content/x.md:1:7: error: the figure 'bilangan' has no words in this language [fact-without-words]
                  help: add 'words:' to it in _data/fakta.yml, or take {words} out

                """)
    }
}

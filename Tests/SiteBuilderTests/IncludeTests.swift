import Foundation
import SiteBuilder
import TestSites
import Testing

@Suite struct IncludeTests {
    @Test func anIncludedFileStandsInThePageWithItsOwnLinks() throws {
        let site = try built(
            """
            -- content/prosedur/x.md --
            Mula.

            :::include{file=../kongsi/_waktu.md}
            :::
            -- content/kongsi/_waktu.md --
            ---
            title: Tidak dipakai
            ---
            Waktu [kad](kad.md).
            -- content/kongsi/kad.md --
            # Kad
            """)
        #expect(try site.built("prosedur/x.html").contains("<p>Waktu <a href=\"../kongsi/kad.html\">kad</a>.</p>"))
        #expect(!site.builtPaths().contains { $0.contains("waktu") })
    }

    @Test func aDraftIsNotPublishedByIncludingIt() throws {
        let site = try TemporarySite(
            """
            -- content/x.md --
            :::include{file=draf.md}
            :::
            -- content/draf.md --
            ---
            draft: true
            ---
            Rahsia.
            """)
        let found = try check(site, ignoring: ["missing-field"])
        #expect(
            found == """
                content/x.md:1:1: error: the file is a page that is a draft: draf.md [include-of-draft]
                  help: publish it, or build with --drafts

                """)
        try build(site) { $0.includesDrafts = true }
        #expect(try site.built("x.html").contains("Rahsia."))
    }

    @Test func footnotesOfAnIncludedFileAreCountedWithThePagesOwn() throws {
        let site = try built(
            """
            -- content/x.md --
            Satu.[^a]

            :::include{file=_y.md}
            :::

            Tiga.[^b]

            [^a]: Pertama.
            [^b]: Ketiga.
            -- content/_y.md --
            Dua.[^a]

            [^a]: Kedua, [kad](k/kad.md).
            -- content/k/kad.md --
            # Kad
            """)
        let page = try site.built("x.html")
        for number in 1...3 {
            #expect(page.ranges(of: "<a href=\"#fn-\(number)\" id=\"fnref-\(number)\">\(number)</a>").count == 1)
            #expect(page.ranges(of: "id=\"fn-\(number)\"").count == 1)
        }
        #expect(page.contains("<li id=\"fn-2\" value=\"2\">\n<p>Kedua, <a href=\"k/kad.html\">kad</a>."))
        #expect(page.contains("<li id=\"fn-1\">\n<p>Pertama."))
        #expect(page.contains("<li id=\"fn-3\" value=\"3\">\n<p>Ketiga."))
        #expect(page.ranges(of: "<section class=\"footnotes\"").count == 2)
    }

    @Test func mistakesAreReportedWhereTheyStand() throws {
        let site = try TemporarySite(
            """
            -- content/x.md --
            :::include{file=_a.md}
            :::

            :::include{file=../luar.md}
            :::

            :::include{file=_aa.md}
            :::

            :::include{file=_rosak.md}
            :::
            -- content/y.md --
            :::include{file=_a.md}
            :::
            -- content/_a.md --
            [a](tiada.md)

            :::include{file=_b.md}
            :::
            -- content/_b.md --
            :::include{file=_a.md}
            :::
            """)
        try site.write([0x61, 0xFF], to: "content/_rosak.md")
        let found = try check(site)
        #expect(
            found == """
                content/_a.md:1:1: error: there is no page tiada.md [broken-link]
                content/_b.md:1:1: error: this file would be included in itself: _a.md [include-cycle]
                  help: x.md → _a.md → _b.md → _a.md
                content/_b.md:1:1: error: this file would be included in itself: _a.md [include-cycle]
                  help: y.md → _a.md → _b.md → _a.md
                content/x.md:4:1: error: the file lies outside the site: ../luar.md [include-outside]
                content/x.md:7:1: error: there is no Markdown file _aa.md [broken-include]
                  help: did you mean _a.md?
                content/x.md:10:1: error: this is not UTF-8 text: _rosak.md [not-utf8]
                  help: save the file as UTF-8

                """)
    }

    @Test(.timeLimit(.minutes(10)))
    func fewFilesCannotStandForBillions() throws {
        let fan = String(repeating: ":::include{file=_fN.md}\n:::\n\n", count: 10)
        var literal = "-- content/x.md --\n" + fan.replacingOccurrences(of: "N", with: "1")
        for level in 1...13 {
            literal += "-- content/_f\(level).md --\n" + fan.replacingOccurrences(of: "N", with: "\(level + 1)")
        }
        literal += "-- content/_f14.md --\nTeks.\n"
        let found = try check(literal)
        #expect(
            found.contains(
                "error: the page includes more than a page can hold [too-many-includes]\n  help: link to the file instead\n"
            ))
        #expect(found.components(separatedBy: "\n").count < 10)
    }

    @Test func whatIsWrongInTheFrontMatterIsReportedAtItsValue() throws {
        let found = try check(
            """
            -- content/prosedur/x.md --
            ---
            title: Satu
            summary: |
              Satu
              [a](tiada1.md)
            answer:
              say: "# A\\n\\n[b](tiada2.md)\\n\\n\\n\\n:var[tiada]"
              do: Buat [c](#tiada).
            actor: '[d](tiada3.md)'
            ---
            [e](tiada4.md)
            """)
        #expect(
            found == """
                content/prosedur/x.md:3:10: error: there is no page tiada1.md [broken-link]
                content/prosedur/x.md:7:8: error: there is no page tiada2.md [broken-link]
                content/prosedur/x.md:7:8: error: there is no variable 'tiada' [unknown-variable]
                  help: declare it under 'variables:' in site.yml
                content/prosedur/x.md:8:7: error: there is no heading #tiada in content/prosedur/x.md [broken-anchor]
                content/prosedur/x.md:9:8: error: there is no page tiada3.md [broken-link]
                content/prosedur/x.md:11:1: error: there is no page tiada4.md [broken-link]

                """)
    }
}

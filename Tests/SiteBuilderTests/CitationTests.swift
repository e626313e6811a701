import Foundation
import TestSites
import Testing

/// A circular that was cancelled is marked wherever it is cited.
@Suite struct CitationTests {
    private static let circulars = """
        -- site.yml --
        languages: [ms, en]
        -- content/pekeliling/lama.md --
        ---
        title: "PKPA Bil. 1/1991"
        number: PKPA Bil. 1/1991
        superseded_by: baharu.md
        ---
        PKPA Bil. 1/1991 ialah halaman ini.
        -- content/pekeliling/baharu.md --
        ---
        title: Baharu
        number: PKPA Bil. 1/2008
        ---

        """
    private static let mark = " <strong class=\"cancelled\">Dibatalkan</strong>"

    private static func page(_ text: String, _ name: String = "soalan/x.md") throws -> TemporarySite {
        try built(Self.circulars + "-- content/\(name) --\n\(text)\n")
    }

    @Test(arguments: ["PKPA Bil. 1/1991", "PKPA Bil.1 Tahun 1991", "pkpa bilangan 1/1991"])
    func howeverItsNumberIsWritten(citation: String) throws {
        let page = try Self.page("Ikut \(citation), ya.").built("soalan/x.html")
        #expect(page.contains("Ikut <a href=\"../pekeliling/lama.html\">\(citation)</a>\(Self.mark), ya."))
    }

    @Test(arguments: ["XPKPA Bil. 1/1991", "PKPA Bil. 1/19910", "PKPA Bil. 11/1991", "PKPA Bil. 1/2008"])
    func nothingElseIsMarked(text: String) throws {
        #expect(try !Self.page("Ikut \(text), ya.").built("soalan/x.html").contains("class=\"cancelled\""))
    }

    @Test func inEveryPlaceOfAPage() throws {
        let page = try Self.page(
            """
            ---
            summary: Dahulu PKPA Bil. 1/1991.
            answer:
              say: Bukan PKPA Bil. 1/1991.
            ---
            ## Tentang PKPA Bil. 1/1991

            Lihat [PKPA Bil. 1/1991](../pekeliling/lama.md).

            | Rujukan |
            |---|
            | **PKPA Bil. 1/1991** |

            :::dialogue
            - **Petugas:** Bukan PKPA Bil. 1/1991.
            - **Pelanggan:** Baik.
            :::
            """
        ).built("soalan/x.html")
        let link = "<a href=\"../pekeliling/lama.html\">PKPA Bil. 1/1991</a>\(Self.mark)"
        #expect(page.contains("“Bukan \(link).”"))
        #expect(page.contains("id=\"tentang-pkpa-bil-11991\">Tentang PKPA Bil. 1/1991\(Self.mark)</h2>"))
        #expect(page.contains("Lihat <a href=\"../pekeliling/lama.html\">PKPA Bil. 1/1991\(Self.mark)</a>."))
        #expect(page.contains("<strong>\(link)</strong>"))
        #expect(page.components(separatedBy: link).count == 4)
    }

    @Test func inTheLanguageOfThePage() throws {
        let site = try Self.page("Under PKPA Bil. 1/1991.", "skrip/x.en.md")
        let link = "<a href=\"../pekeliling/lama.html\">PKPA Bil. 1/1991</a>"
        #expect(try site.built("en/skrip/x.html").contains(link + " <strong class=\"cancelled\">Cancelled</strong>"))
    }

    @Test func butNotOnItsOwnPage() throws {
        let page = try Self.page("Isi.").built("pekeliling/lama.html")
        #expect(page.contains("<p>PKPA Bil. 1/1991 ialah halaman ini.</p>"))
    }
}

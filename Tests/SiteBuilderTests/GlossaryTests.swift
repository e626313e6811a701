import Foundation
import TestSites
import Testing

@Suite struct GlossaryTests {
    @Test func theFirstUseOfATermIsALinkToItsMeaning() throws {
        let site = try built(
            """
            -- content/prosedur/x.md --
            ## Piagam Pelanggan di sini

            Baca piagam pelanggan, iaitu **Piagam Pelanggan**, dan [piagam pelanggan](y.md).
            Bukan pelanggan-pelanggan, tetapi pelanggan; bukan pelanggan@agensi.example.
            -- content/prosedur/y.md --
            # Lain
            -- content/glosari/piagam-pelanggan.md --
            ---
            title: Piagam Pelanggan
            summary: Janji "bertulis" agensi.
            ---
            Piagam Pelanggan tidak menunjuk kepada dirinya.
            -- content/glosari/pelanggan.md --
            ---
            title: Pelanggan
            ---
            Sesiapa.
            """)
        let page = try site.built("prosedur/x.html")
        let meaning = "Janji &quot;bertulis&quot; agensi."
        #expect(
            page.contains(
                """
                Baca <a class="term" href="../glosari/piagam-pelanggan.html" title="\(meaning)">piagam pelanggan</a>, iaitu <strong>Piagam
                """))
        #expect(
            page.contains(
                "tetapi <a class=\"term\" href=\"../glosari/pelanggan.html\">pelanggan</a>; bukan <a href=\"mailto:pelanggan@"
            ))
        #expect(page.components(separatedBy: "class=\"term\"").count == 3)
        #expect(try !site.built("glosari/piagam-pelanggan.html").contains("href=\"piagam-pelanggan.html\">Piagam"))
    }
}

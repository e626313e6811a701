import TestSites
import Testing

@Suite struct QuizSearchTests {
    private static let site = """
        -- content/latihan/x.md --
        :::quiz
        ### Bilakah nama disebut?

        - [ ] Kemudian
          Terlalu lambat.
        - [x] Dahulu

        > Supaya dia tahu.

        ### Berapa saat?

        ? Lihat piagam.

        = 10 saat

        ### Apakah ucapannya?

        = Assalamualaikum

        ### Padankan

        - Kaunter = senyuman
        - Telefon = agensi
        :::
        """

    /// Search finds what is asked, and gives nothing away.
    @Test func searchKnowsTheQuestionsAndNotTheAnswers() throws {
        let site = try TemporarySite(Self.site)
        #expect(try PanduanRun(["build", "--output", site.output], in: site.source).status == 0)
        func found(_ query: String) throws -> String {
            try PanduanRun(["search", "--site", site.output, query], in: site.source).output
        }
        for asked in ["bilakah nama", "kemudian", "berapa saat", "ucapannya"] {
            #expect(try found(asked).contains("latihan/x.html"), "\(asked)")
        }
        for told in ["lambat", "tahu", "piagam", "senyuman", "assalamualaikum"] {
            #expect(try !found(told).contains("latihan/x.html"), "\(told)")
        }
    }
}

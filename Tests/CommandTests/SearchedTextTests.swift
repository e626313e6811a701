import TestSites
import Testing

/// What of a page search knows.
@Suite struct SearchedTextTests {
    private static let quiz = """
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
        let site = try built(Self.quiz)
        for asked in ["bilakah nama", "kemudian", "berapa saat", "ucapannya"] {
            #expect(try found(asked, in: site).contains("latihan/x.html"), "\(asked)")
        }
        for told in ["lambat", "tahu", "piagam", "senyuman", "assalamualaikum"] {
            #expect(try !found(told, in: site).contains("latihan/x.html"), "\(told)")
        }
    }

    /// A section that only leads elsewhere is no answer; one that says more stays, without its links.
    @Test func listsOfLinksAreLeftOut() throws {
        let site = try built(
            """
            -- content/a.md --
            # Aduan

            Teks.

            ## Rujukan selanjutnya

            - [Panggilan telefon](b.md)

            ## Nota tambahan

            Simpan salinan.

            - [Panggilan telefon](b.md): di kaunter bawah, apabila orang ramai menunggu lama

            ## Lain-lain

            - [Panggilan telefon](b.md), sekejap
            -- content/b.md --
            # Panggilan telefon

            """)
        #expect(try !found("rujukan selanjutnya", in: site).contains("a.html"))
        #expect(try found("nota tambahan", in: site).contains("a.html#nota-tambahan"))
        #expect(try !found("sekejap", in: site).contains("a.html"))
        #expect(try found("kaunter", in: site).contains("a.html#nota-tambahan"))
    }

    private func built(_ literal: String) throws -> TemporarySite {
        let site = try TemporarySite(literal)
        #expect(try PanduanRun(["build", "--output", site.output], in: site.source).status == 0)
        return site
    }

    private func found(_ query: String, in site: TemporarySite) throws -> String {
        try PanduanRun(["search", "--site", site.output, query], in: site.source).output
    }
}

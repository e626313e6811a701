import Diagnostics
import Directives
import Markdown
import SiteBuilder
import TestSites
import Testing

/// Quizzes to Moodle's GIFT format and back.
@Suite struct ExchangeTests {
    /// Every kind of question that both formats know, as we write it.
    private static let gift = """
        Berapa kali? {
        \t=Sekali#Betul\\: sekali
        \t~Dua kali#Bukan
        \t~Tiga kali
        \t####Lihat panduan.
        }

        Pilih semua {
        \t~%50%Salam
        \t~%50%Senyum
        \t~%-50%Marah
        \t~%-50%Diam
        }

        Panggilan dijawab segera {T#Fikir semula.#Ya.}

        Siapa? {
        \t=Petugas
        \t=Pegawai *kanan*
        }

        Berapa saat? {#
        \t=10:1
        }

        Padankan {
        \t=S1 -> Salam \\= sapa
        \t=S7 -> Senyum
        \t=S8 -> Sopan
        }

        """

    private func back(_ markdown: String) -> QuizExchange.Result {
        var diagnostics: [Diagnostic] = []
        var parser = MarkdownParser(options: .site)
        let document = parser.parse(Array(markdown.utf8), file: "x.md", diagnostics: &diagnostics)
        #expect(diagnostics.isEmpty)
        return QuizExchange.gift(of: document, file: "x.md")
    }

    @Test func everyKindGoesThereAndBack() {
        let quiz = QuizExchange.markdown(ofGIFT: Self.gift, file: "x.gift", language: "ms")
        #expect(quiz.losses.isEmpty && quiz.diagnostics.isEmpty && quiz.questionCount == 6)
        let gift = back(quiz.text)
        #expect(gift.diagnostics.isEmpty && gift.losses.isEmpty)
        #expect(gift.text == Self.gift)
    }

    @Test func whatGIFTCannotSayIsNamed() throws {
        let site = try TemporarySite(
            """
            -- content/x.md --
            :::quiz
            ### Susun {points=2}
            ? Ingat salam dahulu.

            1. Salam
            2. Nama

            ### Eja

            ~ salam

            ### Lama
            = 10 ± 1 saat
            :::
            """)
        let gift = try GIFTExport.text(ofModule: "x.md", options: BuildOptions(source: site.source))
        #expect(
            gift.losses.map(\.message) == [
                "the hint is left out", "2 points become 1: GIFT gives each question the same",
                "steps to be put in order become pairs of a step and its place",
                "spelling must be exact: GIFT knows no tolerance for it", "the unit is left out: saat",
            ])
        #expect(gift.text.contains("\t=Salam -> 1\n\t=Nama -> 2"))
    }

    @Test func includedQuestionsAreWrittenOnceWithTheFileTheyStandIn() throws {
        let site = try TemporarySite(
            """
            -- content/kursus/ujian.md --
            :::quiz
            ### Satu
            = a
            :::include{file=../a.md}
            :::
            :::include{file=../b/b.md}
            :::
            :::

            :::include{file=_akhir.md}
            :::
            -- content/kursus/_akhir.md --
            :::quiz
            ### Lima
            ~ e
            :::
            -- content/a.md --
            :::quiz
            ### Dua
            = b
            :::

            :::quiz
            ### Tiga {points=3}
            = c
            :::
            -- content/b/b.md --
            :::quiz
            :::include{file=_empat.md}
            :::
            :::
            -- content/b/_empat.md --

            ### Empat {points=2}
            = d
            """)
        let gift = try GIFTExport.text(ofModule: "kursus/ujian.md", options: BuildOptions(source: site.source))
        #expect(gift.questionCount == 5)
        let asked = gift.text.split(separator: "\n").filter { $0.hasSuffix(" {") }.map { $0.dropLast(2) }
        #expect(asked == ["Satu", "Dua", "Tiga", "Empat", "Lima"])
        #expect(
            gift.losses.map { "\($0.file):\($0.line)" } == [
                "content/a.md:7", "content/b/_empat.md:2", "content/kursus/_akhir.md:2",
            ])
    }

    @Test func whatAQuizCannotSayIsNamed() {
        let quiz = QuizExchange.markdown(
            ofGIFT: """
                // Komen
                $CATEGORY: Kaunter

                ::Nama::[html]Pilih <b>satu</b> {=a ~%50%b}

                Terangkan. {}

                Hanya teks.

                Antara {#9..11}

                2 + 2 \\= {=4 =empat} ini.
                """, file: "x.gift", language: "en")
        #expect(
            quiz.losses.map { "\($0.line): \($0.message)" } == [
                "2: the category is left out:  Kaunter", "4: choices that are partly right count as wrong",
                "4: the tags of HTML text stand as text", "6: a question for free text is left out: Terangkan.",
                "8: a text without a question is left out: Hanya teks.",
            ])
        #expect(
            quiz.text.contains("= 10 ± 1\n") && quiz.text.contains("### 2 + 2 = \\_\\_\\_\\_ ini.\n\n= 4\n= empat\n"))
        #expect(back(quiz.text).diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("Rosak {=a", "x.gift:1:1: gift-unclosed"), ("Nombor {#sepuluh}", "x.gift:1:1: gift-number"),
        ("", "x.gift:1:1: gift-empty"), ("Hanya teks.", "x.gift:1:1: gift-empty"), ("a {", "x.gift:1:1: gift-unclosed"),
    ])
    func brokenFilesGiveAMistakeWithItsPlace(text: String, expected: String) {
        let result = QuizExchange.markdown(ofGIFT: text, file: "x.gift", language: "ms")
        let found = result.diagnostics.map {
            "\($0.location.file):\($0.location.line):\($0.location.column): \($0.id)"
        }
        #expect(found.contains(expected))
    }

    @Test(arguments: [
        "{", "}", "{}", "{#}", "{=}", "{~%}", "a{=\\", "::", "::a", "\\", "{T#", "{=a->}", "{%", "a{=b#c#d}", "{~%9%",
    ])
    func oddTextsBreakNothing(text: String) {
        _ = QuizExchange.markdown(ofGIFT: text, file: "x.gift", language: "ms")
    }
}

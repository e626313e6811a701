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
                "2: the category is left out: Kaunter", "4: the name is left out: Nama",
                "4: choices that are partly right count as wrong",
                "6: a question for free text is left out: Terangkan.",
                "8: a text without a question is left out: Hanya teks.",
            ])
        #expect(
            quiz.text.contains("= 10 ± 1\n") && quiz.text.contains("### 2 + 2 = \\_\\_\\_\\_ ini.\n\n= 4\n= empat\n"))
        #expect(back(quiz.text).diagnostics.isEmpty)
    }

    @Test func theHTMLOfMoodlesEditorBecomesMarkdown() {
        let quiz = QuizExchange.markdown(
            ofGIFT: #"""
                ::S::[html]<p dir\="ltr">Apakah <strong>salam</strong>&nbsp;<em>betul</em>, <b>x </b>&#38; y?</p>\n<p>Lihat <img src\="a.png" alt\="rajah"> dan <a href\="https\://contoh.my">laman</a>.<br>Baris dua</p><ul><li>a * b</li><li>&lt;b&gt;</li></ul>{
                =<p>Tom &amp; Ali <span style\="color\: red;">merah</span></p>#<p>Satu</p><p>Dua</p>
                ~[plain]a < b <i>
                ####<ol><li>Satu</li><li>Dua</li></ol><p>= <i>tiga.</i>x</p>
                }

                [markdown]Jika a < b {T}
                """#, file: "x.gift", language: "ms")
        #expect(
            quiz.text
                == #"""
                :::quiz

                ### Apakah **salam** *betul*, **x** \& y?

                Lihat rajah dan laman.\
                Baris dua

                * a \* b
                * \<b\>

                - [x] Tom \& Ali merah

                  Satu

                  Dua

                - [ ] a \< b \<i\>

                1\. Satu

                2\. Dua

                > \= tiga.x

                ### Jika a \< b

                - [x] Betul
                - [ ] Salah

                :::

                """#)
        #expect(
            quiz.losses.map { "\($0.line): \($0.message)" } == [
                "1: the name is left out: S", "1: the image is left out: a.png",
                "1: the address of a link is left out: https://contoh.my",
                "1: tags are left out, their text stays: i, span",
            ])
        let gift = back(quiz.text)
        #expect(gift.diagnostics.isEmpty && gift.questionCount == 2)
        #expect(gift.text.contains(#"####1. Satu\n2. Dua\n\= tiga.x"#))
    }

    @Test func questionsThatNoEmptyLinePartsStayTwo() {
        let quiz = QuizExchange.markdown(
            ofGIFT: "\u{FEFF}// Komen\r\nSatu {=a\r\n~b}\r\n::Nama:: Dua {=c ~d} ini\r\nTiga {T}\r\n", file: "x.gift",
            language: "ms")
        #expect(quiz.questionCount == 3 && quiz.diagnostics.isEmpty)
        #expect(quiz.losses.map { "\($0.line): \($0.message)" } == ["4: the name is left out: Nama"])
        #expect(quiz.text.contains("### Satu\n\n- [x] a\n- [ ] b\n\n### Dua \\_\\_\\_\\_ ini\n\n- [x] c"))
        #expect(!quiz.text.contains("\r"))
    }

    @Test func numbersKeepTheirBoundsAndTheirLossesAreNamed() {
        let quiz = QuizExchange.markdown(
            ofGIFT: "Satu {#5..1}\n\nDua {#5:1#betul}\n\nTiga {#\n=0.1..0.3\n=1e3\n~#salah\n}", file: "x.gift",
            language: "ms")
        #expect(quiz.text.contains("= 3 ± 2\n") && quiz.text.contains("= 0.2 ± 0.1\n= 1000\n"))
        let told = "what is told to each number is left out"
        #expect(quiz.losses.map { "\($0.line): \($0.message)" } == ["3: \(told)", "5: \(told)"])
    }

    @Test func signsOfAQuizAreTextInAQuestion() throws {
        let gift = """
            Q \\{points\\=9\\} {T
            \t####\\= 5\\n? b}

            Nombor \\#\\n\\~ a {
            \t=a
            \t~1. b
            }

            """
        let quiz = QuizExchange.markdown(ofGIFT: gift, file: "x.gift", language: "ms")
        #expect(quiz.losses.isEmpty && quiz.diagnostics.isEmpty)
        let site = try TemporarySite("-- content/x.md --\n\(quiz.text)")
        let again = try GIFTExport.text(ofModule: "x.md", options: BuildOptions(source: site.source))
        #expect(again.losses.isEmpty && !again.diagnostics.contains { $0.severity == .error })
        #expect(again.text == gift)
    }

    @Test func aByteThatIsNoUTF8IsNamedWithItsPlace() {
        let bytes = Array("a {T}\r\nsalam é ".utf8) + [0x93, 0x20]
        let result = QuizExchange.markdown(ofGIFT: bytes, file: "x.gift", language: "ms")
        #expect(result.text.isEmpty)
        #expect(
            result.diagnostics.map { "\($0.location.line):\($0.location.column): \($0.message)" } == [
                "2:9: the byte 93 is no UTF-8 text"
            ])
        #expect(QuizExchange.markdown(ofGIFT: Array("é {T}".utf8), file: "x", language: "ms").questionCount == 1)
    }

    @Test(arguments: [
        ("Rosak {=a", "x.gift:1:1: gift-unclosed"), ("Nombor {#sepuluh}", "x.gift:1:1: gift-number"),
        ("", "x.gift:1:1: gift-empty"), ("Hanya teks.", "x.gift:1:1: gift-empty"), ("a {", "x.gift:1:1: gift-unclosed"),
        ("\n\na {=}", "x.gift:3:1: gift-empty-answer"), ("a {=b->}", "x.gift:1:1: gift-empty-answer"),
        ("a {=b} c {=d}", "x.gift:1:1: gift-second-answers"), ("a {=b\nc {=d}", "x.gift:1:1: gift-unclosed"),
        ("a {b}", "x.gift:1:1: gift-answers"), ("a {T b}", "x.gift:1:1: gift-answers"),
        ("a {#nan}", "x.gift:1:1: gift-number"), ("a {#5:-1}", "x.gift:1:1: gift-number"),
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

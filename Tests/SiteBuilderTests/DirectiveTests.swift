import Directives
import TestSites
import Testing

@Suite struct DirectiveTests {
    /// The examples are the documentation: what they say must be what the theme writes.
    @Test(arguments: [
        (
            ":::note Ingat\nTeks.\n:::",
            """
            content/x.md:1:1: error: text after the directive's name [malformed-directive]
              help: write ':::note [Ingat]' for a label, or put the text on the next line

            """
        ),
        (
            ":::include file=y.md\n:::",
            """
            content/x.md:1:1: error: text after the directive's name [malformed-directive]
              help: write ':::include {file=y.md}'

            """
        ),
        (
            ":::note [Ingat] ini\n:::",
            """
            content/x.md:1:1: error: text after the directive's name [malformed-directive]
              help: put it in brackets as a label, or on the next line

            """
        ),
        (
            "::note\nTeks.\n:::",
            """
            content/x.md:1:1: error: a directive begins with three colons [malformed-directive]
              help: write ':::note'

            """
        ),
    ])
    func anOpeningThatCannotBeReadIsSaidOnce(_ text: String, _ expected: String) throws {
        #expect(try check("-- content/x.md --\n\(text)\n") == expected)
    }

    @Test(arguments: DirectiveRegistry.directives.map { $0.name })
    func examplesGiveWhatTheySay(name: String) throws {
        let directive = try #require(DirectiveRegistry.directive(named: name))
        for example in directive.examples {
            let page = try built("-- content/x.md --\n" + example.markdown).built("x.html")
            #expect(page.contains(example.html), "\(name): \(page)")
        }
    }

    @Test func aVariableIsWrittenInTheReadersLanguage() throws {
        let site = try built(
            """
            -- site.yml --
            languages: [ms, en]
            variables:
              agensi: Agensi <Contoh>
              waktu: { ms: pagi, en: morning }
            -- content/x.md --
            :var[agensi], :var[waktu].
            -- content/x.en.md --
            :var[agensi], :var[waktu].
            """)
        #expect(try site.built("x.html").contains("<p>Agensi &lt;Contoh&gt;, pagi.</p>"))
        #expect(try site.built("en/x.html").contains("<p>Agensi &lt;Contoh&gt;, morning.</p>"))
    }

    @Test func mistakesNameThePlaceAndTheMend() throws {
        let found = try check(
            """
            -- site.yml --
            variables: { agensi: Agensi Contoh }
            -- content/x.md --
            :::notte
            Isi.
            :::

            :::details
            Isi.
            :::

            :::details [A]{opn=true}
            Isi.
            :::

            :::details [A]{open=mungkin}
            Isi.
            :::

            :::steps
            Tiada senarai.
            :::

            :::dialogue
            - Tiada nama.
            :::

            :::include
            :::

            Lihat :var[agnsi] dan :note[x].
            """)
        #expect(
            found == """
                content/x.md:1:1: error: unknown directive 'notte' [unknown-directive]
                  help: did you mean 'note'?
                content/x.md:5:1: error: 'details' needs a label [missing-label]
                  help: write :::details [Label]
                content/x.md:9:1: error: 'details' has no argument 'opn' [unknown-argument]
                  help: did you mean 'open'?
                content/x.md:13:1: error: 'open' should be true or false, not 'mungkin' [wrong-argument]
                content/x.md:17:1: error: 'steps' holds no numbered list [steps-without-list]
                  help: write each step as '1. …'
                content/x.md:21:1: error: 'dialogue' holds no list of lines [dialogue-without-lines]
                  help: write each line as '- **Name:** words'
                content/x.md:22:1: error: this line of the dialogue has no speaker [line-without-speaker]
                  help: begin it with **Name:**
                content/x.md:25:1: error: 'include' needs 'file': the way to the file from this one [missing-argument]
                  help: write {file=…}
                content/x.md:28:7: error: there is no variable 'agnsi' [unknown-variable]
                  help: did you mean 'agensi'?
                content/x.md:28:23: error: 'note' is no inline directive [misplaced-directive]
                  help: write :::note … :::

                """)
    }
}

@Suite struct PageAssetTests {
    private static let site = """
        -- site.yml --
        languages: [ms, en]
        variables: { agensi: Agensi Contoh }
        -- content/latihan/x.md --
        Latihan di :var[agensi].

        :::include{file=_tugasan.md}
        :::
        -- content/latihan/_tugasan.md --
        :::practice [Salam]
        - [ ] Sebut
        :::
        -- content/y.md --
        Tiada latihan.
        """

    private func version(_ literal: String) throws -> Substring {
        let html = try built(literal).built("latihan/x.html")
        return try #require(html.firstMatch(of: /data-module="latihan\/x" data-version="([0-9a-f]{10})"/)?.1)
    }

    @Test func onlyPagesThatNeedScriptsLoadThem() throws {
        let site = try built(Self.site)
        let page = try site.built("latihan/x.html")
        let scripts = page.matches(of: /<script src="\.\.\/assets\/([\w-]+)\.\w+\.js" defer>/).map { String($0.1) }
        let kept = ["stores", "progress", "exchange", "module"]
        #expect(scripts == ["page", "training-ms", "slide-parts", "slides"] + kept + ["practice"])
        #expect(page.contains("<link rel=\"stylesheet\" href=\"../assets/training."))
        let english = try site.built("en/latihan/x.html")
        #expect(english.contains("assets/training-en.") && english.contains("data-module=\"latihan/x\""))
        let other = try site.built("y.html")
        for name in ["assets/training", "assets/progress", "assets/slides", "data-module"] {
            #expect(!other.contains(name))
        }
    }

    @Test func aVersionChangesWithWhatWasWritten() throws {
        let first = try version(Self.site)
        #expect(try version(Self.site.replacing("Tiada latihan", with: "Masih tiada")) == first)
        let changes = [("Latihan di", "Kerja di"), ("Agensi Contoh", "Agensi Lain"), ("- [ ] Sebut", "- [ ] Tulis")]
        for (old, new) in changes {
            #expect(try version(Self.site.replacing(old, with: new)) != first, "\(old)")
        }
    }

    @Test func theSiteKnowsItsModules() throws {
        let site = try built(Self.site)
        let path = try #require(site.builtPaths().first { $0.contains("assets/modules-ms.") })
        let script = try site.built(path)
        #expect(script.hasPrefix("window.panduanModules=["))
        #expect(script.contains("\"id\":\"practice.1\"") && script.contains("\"url\":\"latihan/x.html\""))
    }

    @Test func theThemeHasWhatDirectivesNeed() throws {
        let site = try built("-- content/x.md --\n:::practice\n- [ ] Sebut\n:::\n")
        let names = Set(site.builtPaths().map { $0.replacing(/\.[0-9a-f]{10}\./, with: ".") })
        for directive in DirectiveRegistry.directives {
            for asset in directive.assets {
                #expect(names.contains("assets/" + asset.replacing("{lang}", with: "ms")), "\(asset)")
            }
        }
    }
}

@Suite struct QuizTests {
    private static let questions = """
        :::quiz [Uji diri]{pass=80}
        Baca dahulu.

        ### Bila *nama* disebut?

        - [ ] Kemudian
          Terlalu lambat, lihat [nota](nota.md).
        - [x] Dahulu

        > Supaya dia tahu.

        ### Berapa saat? {points=2}

        ? Lihat piagam.

        = 1,010.50 ± 2 saat
        = 007 %

        ### Ucapan?

        ~ Selamat "pagi"

        ### Urutan

        1. Satu
        2. Dua
        3. Tiga

        ### Padanan

        - Kaunter = sapa = senyum
        - Telefon = agensi
        :::
        """

    private static let site = """
        -- content/latihan/x.md --
        ---
        title: X
        ---
        # X

        Pengenalan modul.

        \(questions)
        -- content/latihan/nota.md --
        Nota.
        -- content/ujian.md --
        :::quiz{draw=2}
        :::include{file=latihan/x.md}
        :::
        :::
        """

    private func key(_ question: Int, in html: String) throws -> String {
        let keys = html.matches(of: /data-key="([0-9a-f]+)"/).map(\.1)
        try #require(keys.count > question)
        let bytes = stride(from: 0, to: keys[question].utf8.count, by: 2).map { place in
            UInt8(keys[question].dropFirst(place).prefix(2), radix: 16)! ^ 0x5A
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func theKeyNamesTheRightAnswers() throws {
        let html = try built(Self.site).built("latihan/x.html")
        #expect(try key(0, in: html) == "[1]")
        #expect(try key(1, in: html) == "[{\"n\":1010.50,\"e\":2,\"u\":\"saat\"},{\"n\":7,\"e\":0,\"u\":\"%\"}]")
        #expect(try key(2, in: html) == "[{\"t\":\"Selamat \\\"pagi\\\"\",\"s\":true}]")
        #expect(html.contains("<p class=\"ask\">Bila <em>nama</em> disebut?</p>"))
        #expect(html.contains("data-kind=\"number\" data-points=\"2\""))
        #expect(html.contains("<p>Terlalu lambat, lihat <a href=\"nota.html\">nota</a>.</p>"))
        #expect(html.contains("<li>Kaunter: sapa = senyum</li>"))
        #expect(!html.contains("? Lihat") && html.contains("<p>Lihat piagam.</p>"))
    }

    @Test func whatIsShownSaysNothingOfTheRightOrder() throws {
        let html = try built(Self.site).built("latihan/x.html")
        let order = try #require(html.firstMatch(of: /data-kind="order"[\s\S]*?<ul class="choices">([\s\S]*?)<\/ul>/)).1
        let shown = order.matches(of: /<li>(\w+)<\/li>/).map { String($0.1) }
        #expect(shown.sorted() == ["Dua", "Satu", "Tiga"] && shown != ["Satu", "Dua", "Tiga"])
        let right = ["Satu", "Dua", "Tiga"]
        let places = try key(3, in: html).split { "[],".contains($0) }.map { right[Int($0)!] }
        #expect(places == shown)
    }

    @Test func aTestDrawsFromTheQuizzesOfModules() throws {
        let html = try built(Self.site).built("ujian.html")
        #expect(html.matches(of: /class="question"/).count == 5 && html.contains("data-draw=\"2\""))
        #expect(html.contains("lihat <a href=\"latihan/nota.html\">nota</a>"))
        #expect(!html.contains("Pengenalan modul") && !html.contains("Baca dahulu"))
    }

    @Test func aQuestionIsAnotherWhenItsAnswerIs() throws {
        func ids(_ literal: String) throws -> [Substring] {
            try built(literal).built("latihan/x.html").matches(of: /data-id="([0-9a-f]{6})"/).map(\.1)
        }
        let first = try ids(Self.site)
        #expect(Set(first).count == 5)
        #expect(
            try ids(Self.site.replacing("Supaya dia", with: "Agar dia").replacing("Terlalu", with: "Amat")) == first)
        #expect(try ids(Self.site.replacing("- [x] Dahulu", with: "- [x] Awal"))[0] != first[0])
        #expect(try ids(Self.site.replacing("± 2", with: "± 3"))[1] != first[1])
    }
}

@Suite struct OwnLinkTests {
    /// A click on a choice chooses it, and a click on a card turns it.
    @Test func noTermIsALinkWhereAClickDoesSomethingElse() throws {
        let glossary = "-- content/glosari/kaunter.md --\n---\ntitle: Kaunter\nsummary: Tempat berurusan.\n---\nIsi.\n"
        let quiz = ":::quiz\n### Di mana?\n- [x] Di kaunter\n- [ ] Di rumah\n:::\n"
        let cards = ":::cards\n- **Di kaunter?** Ya.\n:::\n"
        for body in [quiz, cards] {
            let page = try built(glossary + "-- content/x.md --\n" + body).built("x.html")
            #expect(!page.contains("class=\"term\""), "\(body)")
        }
        let page = try built(glossary + "-- content/x.md --\nDi kaunter.\n\n" + quiz).built("x.html")
        #expect(page.contains("class=\"term\""))
    }
}

import Directives
import TestSites
import Testing

@Suite struct DirectiveTests {
    /// The examples are the documentation: what they say must be what the theme writes.
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
        #expect(scripts == ["training-ms", "progress", "module", "practice"])
        #expect(page.contains("<link rel=\"stylesheet\" href=\"../assets/training."))
        let english = try site.built("en/latihan/x.html")
        #expect(english.contains("assets/training-en.") && english.contains("data-module=\"latihan/x\""))
        let other = try site.built("y.html")
        #expect(!other.contains(" defer>") && !other.contains("training") && !other.contains("data-module"))
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
        let site = try built("-- content/x.md --\nIsi.")
        let names = Set(site.builtPaths().map { $0.replacing(/\.[0-9a-f]{10}\./, with: ".") })
        for directive in DirectiveRegistry.directives {
            for asset in directive.assets {
                #expect(names.contains("assets/" + asset.replacing("{lang}", with: "ms")), "\(asset)")
            }
        }
    }
}

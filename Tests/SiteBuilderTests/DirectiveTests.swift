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

import SiteModel
import Testing

@Suite struct MetadataTests {
    @Test func everythingIsRead() {
        let (page, type, diagnostics) = metadata(
            """
            title: Jawab telefon
            summary: Tiga *deringan*.
            owner: Ketua
            sources: [PKPA Bil. 1/2008, amalan baik]
            reviewed: 2026-10-01
            review_months: 3
            tags: telefon
            channels: [telefon, kaunter]
            aliases: [lama.html]
            keywords: [fon]
            asks: [bagaimana jawab]
            draft: ya
            weight: 150
            order: 0
            superseded_by: y.md
            actor: Petugas
            time_limit: 10 saat
            answer:
              do: Angkat.
              say: Helo
            """)
        #expect(diagnostics == "")
        #expect(type?.id == "prosedur")
        #expect((page.title, page.summary, page.owner) == ("Jawab telefon", "Tiga *deringan*.", "Ketua"))
        #expect(page.sources == ["PKPA Bil. 1/2008", "amalan baik"])
        #expect((page.reviewed?.iso, page.reviewMonths, page.due?.iso) == ("2026-10-01", 3, "2027-01-01"))
        #expect(page.tags.map(\.value) == ["telefon"])
        #expect((page.channels, page.keywords) == (["telefon", "kaunter"], ["fon"]))
        #expect(page.aliases.map(\.value) == ["lama.html"])
        #expect(page.asks.map(\.value) == ["bagaimana jawab"])
        #expect((page.isDraft, page.weight, page.order) == (true, 150, 0))
        #expect(page.supersededBy?.value == "y.md")
        #expect(page.fields.map(\.text) == ["Petugas", "10 saat"])
        #expect(page.answer?.parts.map(\.part) == [.say, .do])
        #expect(page.answer?[.do]?.value == "Angkat.")
    }

    @Test func typeIsThatOfTheFrontMatterElseOfTheTopFolder() {
        #expect(metadata("type: borang").type?.id == "borang")
        #expect(metadata("", at: "prosedur/kaunter/x.md").type?.id == "prosedur")
        #expect(metadata("", at: "lain/prosedur/x.md").type == nil)
        #expect(metadata("", at: "prosedur.md").type == nil)
        #expect(metadata("type: zzz").type == nil)
    }

    @Test func monthsToTheNextReviewAreThePagesTheTypesOrAYear() {
        #expect(metadata("review_months: 3").0.reviewMonths == 3)
        #expect(metadata("").0.reviewMonths == 6)
        #expect(metadata("", at: "x.md").0.reviewMonths == 12)
        #expect(metadata("").0.due == nil)
    }

    @Test func anEmptyTitleIsNone() {
        #expect(metadata("title: ''").0.title == nil)
        #expect(metadata("title:").0.title == nil)
    }

    @Test(arguments: [
        (
            "tajuk: X",
            """
            x.md:1:1: warning: a page of type 'prosedur' has no key 'tajuk' [unknown-key]
              help: known keys: title, summary, type, owner, sources, reviewed, review_months, tags, channels, aliases, \
            keywords, asks, answer, draft, weight, order, superseded_by, actor, time_limit

            """
        ),
        (
            "tilte: X",
            """
            x.md:1:1: warning: a page of type 'prosedur' has no key 'tilte' [unknown-key]
              help: did you mean 'title'?

            """
        ),
        (
            "title: X\nacter: Y",
            """
            x.md:2:1: warning: a page of type 'prosedur' has no key 'acter' [unknown-key]
              help: did you mean 'actor'?

            """
        ),
        (
            "type: prosedir",
            """
            x.md:1:7: warning: there is no content type 'prosedir' [unknown-type]
              help: did you mean 'prosedur'?

            """
        ),
        (
            "type: zzz",
            """
            x.md:1:7: warning: there is no content type 'zzz' [unknown-type]
              help: types are borang, prosedur

            """
        ),
        ("type: [a]", "x.md:1:7: error: 'type' should be text, not a list [wrong-kind]\n"),
        ("- a", "x.md:1:1: error: 'front matter' should be a map of keys and values, not a list [wrong-kind]\n"),
        ("title: [a]", "x.md:1:8: error: 'title' should be text, not a list [wrong-kind]\n"),
        ("summary: { a: b }", "x.md:1:10: error: 'summary' should be text, not a map [wrong-kind]\n"),
        ("tags: { a: b }", "x.md:1:7: error: 'tags' should be a list of texts, not a map [wrong-kind]\n"),
        (
            "tags: telefon, kaunter",
            """
            x.md:1:7: error: 'tags' should be a list of texts, not 'telefon, kaunter' [wrong-kind]
              help: write [telefon, kaunter]

            """
        ),
        (
            "channels: a,b",
            """
            x.md:1:11: error: 'channels' should be a list of texts, not 'a,b' [wrong-kind]
              help: write [a, b]

            """
        ),
        (
            "keywords: fon, telefon pejabat,",
            """
            x.md:1:11: error: 'keywords' should be a list of texts, not 'fon, telefon pejabat,' [wrong-kind]
              help: write [fon, telefon pejabat]

            """
        ),
        (
            "aliases: a.html, b.html",
            """
            x.md:1:10: error: 'aliases' should be a list of texts, not 'a.html, b.html' [wrong-kind]
              help: write [a.html, b.html]

            """
        ),
        ("sources: PKPA Bil. 1/2008, Layanan", ""), ("asks: bila, di mana", ""), ("tags: [\"a, b\"]", ""),
        ("tags: [a, [b]]", "x.md:1:11: error: 'tags' should be text, not a list [wrong-kind]\n"),
        (
            "reviewed: 1/10/2026",
            "x.md:1:11: error: 'reviewed' should be a date that exists, written YYYY-MM-DD, not '1/10/2026' [wrong-kind]\n"
        ),
        (
            "reviewed: 2026-02-30",
            "x.md:1:11: error: 'reviewed' should be a date that exists, written YYYY-MM-DD, not '2026-02-30' [wrong-kind]\n"
        ),
        (
            "review_months: 0",
            "x.md:1:16: error: 'review_months' should be a whole number from 1 to 600, not '0' [wrong-kind]\n"
        ),
        ("weight: 1.5", "x.md:1:9: error: 'weight' should be a whole number from 10 to 1000, not '1.5' [wrong-kind]\n"),
        ("order: -1", "x.md:1:8: error: 'order' should be a whole number from 0 to 1000000, not '-1' [wrong-kind]\n"),
        ("draft: belum", "x.md:1:8: error: 'draft' should be true or false, not 'belum' [wrong-kind]\n"),
        ("superseded_by: [a]", "x.md:1:16: error: 'superseded_by' should be text, not a list [wrong-kind]\n"),
        ("answer: ya", "x.md:1:9: error: 'answer' should be a map of keys and values, not 'ya' [wrong-kind]\n"),
        (
            "answer:\n  sya: Helo",
            """
            x.md:2:3: warning: an answer has no key 'sya' [unknown-key]
              help: did you mean 'say'?

            """
        ),
        ("answer:\n  say: [a]", "x.md:2:8: error: 'say' should be text, not a list [wrong-kind]\n"),
        ("actor: [a]", "x.md:1:8: error: 'actor' should be text, not a list [wrong-kind]\n"),
    ])
    func mistake(_ source: String, _ expected: String) {
        #expect(metadata(source).diagnostics == expected)
    }

    private let notis = """
        types:
          notis:
            fields:
              tahap: { choices: [biasa, segera] }
              bil: { kind: number }
              sah: { kind: boolean }
              hingga: { kind: date }
              perkara: { kind: list }
        """

    @Test(arguments: [
        (
            "tahap: segra",
            """
            x.md:1:8: error: 'tahap' cannot be 'segra' [wrong-choice]
              help: did you mean 'segera'?

            """
        ),
        (
            "tahap: lain",
            """
            x.md:1:8: error: 'tahap' cannot be 'lain' [wrong-choice]
              help: choose one of biasa, segera

            """
        ),
        ("bil: x", "x.md:1:6: error: 'bil' should be a whole number from 0 to 1000000000, not 'x' [wrong-kind]\n"),
        ("sah: x", "x.md:1:6: error: 'sah' should be true or false, not 'x' [wrong-kind]\n"),
        (
            "hingga: x",
            "x.md:1:9: error: 'hingga' should be a date that exists, written YYYY-MM-DD, not 'x' [wrong-kind]\n"
        ),
        ("perkara: { a: b }", "x.md:1:10: error: 'perkara' should be a list of texts, not a map [wrong-kind]\n"),
    ])
    func mistakeInAField(_ source: String, _ expected: String) {
        #expect(metadata(source, at: "notis/x.md", site: notis).diagnostics == expected)
    }

    @Test func fieldsOfATypeAreReadInTheTypesOrder() {
        let (page, _, diagnostics) = metadata(
            "perkara: [a, b]\nhingga: 2026-01-01\nsah: no\nbil: 007\ntahap: biasa\n", at: "notis/x.md", site: notis)
        #expect(diagnostics == "")
        #expect(page.fields.map(\.text) == ["biasa", "7", "false", "2026-01-01", "- a\n- b"])
    }
}

import SiteModel
import Testing

@Suite struct ContentTypeTests {
    @Test func aSiteAddsATypeOfItsOwn() throws {
        let (site, diagnostics) = configuration(
            """
            languages: [ms, en]
            types:
              notis:
                label: { ms: Notis, en: Notice }
                folder: pengumuman
                search_weight: 50
                review_months: 1
                required: [summary]
                fields:
                  sah_hingga: { kind: date, required: true, label: Sah hingga }
                  tahap: { choices: [biasa, segera], shown: no }
            """)
        #expect(diagnostics == "")
        let type = try #require(site.types["notis"])
        #expect((type.label["en"], type.plural["en"], type.template) == ("Notice", "notis", "page"))
        #expect((type.searchWeight, type.reviewMonths, type.required) == (50, 1, ["summary"]))
        #expect(type.fields.map(\.name) == ["sah_hingga", "tahap"])
        #expect(type.fields.map(\.kind) == [.date, .text])
        #expect(type.fields.map(\.isRequired) == [true, false])
        #expect(type.fields.map(\.isShown) == [true, false])
        #expect(type.fields[1].choices == ["biasa", "segera"])
        #expect(site.type(ofFolder: "pengumuman")?.id == "notis")
        #expect(site.type(ofFolder: "notis") == nil)
    }

    @Test func aSiteChangesATypeAndKeepsTheRest() throws {
        let (site, diagnostics) = configuration(
            "types: { prosedur: { review_months: 3, fields: { actor: { kind: text }, kad: {} } } }")
        #expect(diagnostics == "")
        let type = try #require(site.types["prosedur"])
        #expect(type.reviewMonths == 3)
        #expect(type.fields.map(\.name) == ["actor", "time_limit", "kad"])
        #expect(type.fields.map(\.kind) == [.text, .markdown, .text])
    }

    @Test(arguments: [
        (
            "Notis: {}",
            """
            site.yml:1:10: error: 'Notis' is no id for a type [bad-type-id]
              help: use small letters, digits and hyphens

            """
        ),
        (
            "notis: { colour: red }",
            """
            site.yml:1:19: error: a type has no key 'colour' [unknown-key]
              help: known keys: label, plural, summary, folder, template, icon, hue, search_weight, review_months, required, fields, slides, archetype

            """
        ),
        (
            "notis: { hues: red }",
            """
            site.yml:1:19: error: a type has no key 'hues' [unknown-key]
              help: did you mean 'hue'?

            """
        ),
        ("notis: x", "site.yml:1:17: error: 'notis' should be a map of keys and values, not 'x' [wrong-kind]\n"),
        (
            "notis: { search_weight: 5 }",
            "site.yml:1:34: error: 'search_weight' should be a whole number from 10 to 1000, not '5' [wrong-kind]\n"
        ),
        (
            "notis: { review_months: x }",
            "site.yml:1:34: error: 'review_months' should be a whole number from 1 to 600, not 'x' [wrong-kind]\n"
        ),
        (
            "notis: { required: [sumary, xyz] }",
            """
            site.yml:1:30: error: there is no common field 'sumary' [unknown-field]
              help: did you mean 'summary'?
            site.yml:1:38: error: there is no common field 'xyz' [unknown-field]

            """
        ),
        (
            "notis: { fields: { title: {} } }",
            """
            site.yml:1:29: error: every page has the field 'title' already [reserved-field]
              help: choose another name

            """
        ),
        (
            "notis: { fields: { a: { kind: nombor } } }",
            """
            site.yml:1:40: error: there is no kind of field 'nombor' [unknown-kind]
              help: kinds are text, markdown, number, boolean, date, list, page

            """
        ),
        (
            "notis: { fields: { a: { kind: answer } } }",
            """
            site.yml:1:40: error: there is no kind of field 'answer' [unknown-kind]
              help: kinds are text, markdown, number, boolean, date, list, page

            """
        ),
        (
            "notis: { fields: { a: { labels: x } } }",
            """
            site.yml:1:34: error: a field has no key 'labels' [unknown-key]
              help: did you mean 'label'?

            """
        ),
        (
            "notis: { fields: { a: { required: x } } }",
            "site.yml:1:44: error: 'required' should be true or false, not 'x' [wrong-kind]\n"
        ),
        (
            "notis: { folder: ../luar }",
            """
            site.yml:1:27: error: '../luar' is no top folder [bad-folder]
              help: write a folder's name, such as notis

            """
        ),
    ])
    func mistake(_ types: String, _ expected: String) {
        #expect(configuration("types: { \(types) }").diagnostics == expected)
    }
}

import Diagnostics
import Testing

@testable import Theming

@Suite struct TemplateDiagnosticsTests {
    private let fields: ContextDeclaration.Fields = [
        "title": .text, "body": .html, "isPage": .bool, "page": .values(["owner": .text]),
        "items": .list(["url": .text]), "names": .list([".": .text]), "any": .open,
    ]

    private func diagnose(_ page: String, partials: [String: String] = [:]) -> [String] {
        loadTheme(page, partials: partials, fields: fields).diagnostics.map {
            "\($0.location.file):\($0.location.line):\($0.location.column): \($0.message) [\($0.id)] \($0.help ?? "")"
        }
    }

    @Test func whatIsDeclaredIsAccepted() {
        let source = """
            {{title}}{{{body}}}{{#isPage}}{{page.owner}}{{/isPage}}{{#page}}{{owner}}{{title}}{{/page}}
            {{#items}}{{url}}{{title}}{{/items}}{{#names}}{{.}}{{/names}}{{any.thing}}{{#any}}{{what}}{{/any}}
            {{#title}}{{.}}{{/title}}
            """
        #expect(diagnose(source) == [])
    }

    @Test(arguments: [
        ("a\n é {{titel}}", "2:4: nothing here is called 'titel' [unknown-name] did you mean 'title'?"),
        ("{{#items}}{{ulr}}{{/items}}", "1:11: nothing here is called 'ulr' [unknown-name] did you mean 'url'?"),
        ("{{page.onwer}}", "1:1: nothing here is called 'page.onwer' [unknown-name] did you mean 'page.owner'?"),
        ("{{t.serch}}", "1:1: nothing here is called 't.serch' [unknown-name] did you mean 't.search'?"),
        ("{{{icons.tik}}}", "1:1: nothing here is called 'icons.tik' [unknown-name] did you mean 'icons.tick'?"),
        ("{{body}}", "1:1: 'body' is HTML: its markup would be shown [escaped-html] write {{{body}}}"),
        ("{{{title}}}", "1:1: 'title' is text: it must be escaped [unescaped-text] write {{title}}"),
        ("{{page}}", "1:1: 'page' is not a text [unprintable-value] open it with {{#page}} or print one of its values"),
        (
            "{{#items}}\n{{#isPage}}\n{{/isPage}}",
            "1:1: section 'items' is never closed [unclosed-section] write {{/items}} where it ends"
        ),
        (
            "{{#items}}{{/title}}{{/items}}",
            "1:11: '{{/title}}' closes no open section [stray-section-end] the open section is 'items'"
        ),
        ("x {{title", "1:3: tag is never closed [unclosed-tag] write }} after its name"),
    ])
    func mistakesHaveAPlaceAndAMend(source: String, expected: String) {
        #expect(diagnose(source) == ["templates/page.mustache:\(expected)"])
    }

    @Test func otherTagsAreRefused() {
        #expect(diagnose("{{=<% %>=}}").map { $0.contains("[unsupported-tag]") } == [true])
        #expect(diagnose("{{#a b}}").map { $0.contains("[unsupported-tag]") } == [true])
    }

    @Test func partialsAreCheckedWhereTheyAreIncluded() {
        let partials = ["partials/item": "{{url}}"]
        #expect(diagnose("{{#items}}{{> partials/item}}{{/items}}", partials: partials) == [])
        #expect(
            diagnose("{{> partials/item}}{{> partials/itme}}", partials: partials) == [
                "templates/page.mustache:1:20: there is no template 'partials/itme' [unknown-partial] "
                    + "did you mean 'partials/item'?",
                "templates/partials/item.mustache:1:1: nothing here is called 'url' [unknown-name] ",
            ])
    }

    @Test func partialsThatIncludeThemselvesAreRefused() {
        let partials = ["partials/a": "{{> partials/b}}", "partials/b": "{{> partials/a}}"]
        let expected = "templates/partials/b.mustache:1:1: template 'partials/a' includes itself: "
        #expect(
            diagnose("{{> partials/a}}", partials: partials) == [
                expected + "page → partials/a → partials/b → partials/a [partial-cycle] "
            ])
    }
}

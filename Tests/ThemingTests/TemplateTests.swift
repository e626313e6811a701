import Diagnostics
import Testing

@testable import Theming

/// A theme of one template, `page`, and what it says about itself.
func loadTheme(
    _ page: String, partials: [String: String] = [:], fields: ContextDeclaration.Fields? = nil
) -> (theme: Theme, diagnostics: [Diagnostic]) {
    var files = ["templates/page.mustache": Array(page.utf8), "strings/ms.yml": Array("search: \"Cari & lihat\"".utf8)]
    files["icons/tick.svg"] = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>\n".utf8)
    for (name, text) in partials { files["templates/\(name).mustache"] = Array(text.utf8) }
    var diagnostics: [Diagnostic] = []
    let declared = ContextDeclaration(contexts: fields.map { ["page": $0] } ?? ["page": ["any": .open]])
    let theme = Theme.load(files: files, declared: declared, diagnostics: &diagnostics)
    return (theme, diagnostics)
}

func render(_ page: String, _ values: TemplateValues, partials: [String: String] = [:]) -> String {
    let theme = loadTheme(page, partials: partials).theme
    var output: [UInt8] = []
    theme.render("page", values, to: &output)
    // Whichever of the values are known before the others, the same is drawn.
    for known in [values] + values.sorted.map({ TemplateValues([$0]) }) {
        var applied: [UInt8] = []
        let rest = values.sorted.filter { known[TemplateName($0.name)] == nil }
        theme.template("page", language: "ms", appliedTo: known).render(TemplateValues(rest), to: &applied)
        #expect(applied == output)
    }
    return String(decoding: output, as: UTF8.self)
}

@Suite struct TemplateTests {
    @Test func textIsEscapedAndHTMLIsNot() {
        let values: TemplateValues = ["a": .text("<b> & \"c\" 'd' é"), "b": .html(Array("<i>x</i>".utf8))]
        #expect(render("{{a}}|{{{b}}}", values) == "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; é|<i>x</i>")
    }

    @Test func textIsEscapedWhereverTheCharacterStands() {
        let theme = loadTheme("{{a}}").theme
        for (character, entity) in ["<": "&lt;", ">": "&gt;", "&": "&amp;", "\"": "&quot;", "'": "&#39;"] {
            for length in 0..<40 {
                let plain = String(String(repeating: "é.", count: 20).prefix(length))
                for rest in [0, 1, 15, 16, 17] {
                    let end = String(repeating: "x", count: rest)
                    var output: [UInt8] = []
                    theme.render("page", ["a": .text(plain + character + end)], to: &output)
                    #expect(String(decoding: output, as: UTF8.self) == plain + entity + end)
                }
            }
        }
    }

    @Test func listsRepeatTheirSectionAndSeeOuterNames() {
        let values: TemplateValues = [
            "root": .text("../"), "items": .list([["url": .text("a")], ["url": .text("b")]]),
        ]
        #expect(render("{{#items}}{{root}}{{url}};{{/items}}{{^items}}none{{/items}}", values) == "../a;../b;")
        #expect(render("{{#items}}x{{/items}}{{^items}}none{{/items}}", ["items": .list([])]) == "none")
    }

    @Test func listsOfTextsPrintTheirItems() {
        let values: TemplateValues = ["tags": .texts(["a", "b"]), "owner": .text("Ketua")]
        #expect(render("{{#tags}}[{{.}}]{{/tags}} {{#owner}}{{.}}{{/owner}}", values) == "[a][b] Ketua")
    }

    @Test func flagsKeepTheContextAndEmptyTextIsFalse() {
        let values: TemplateValues = [
            "isPage": .bool(true), "empty": .text(""), "page": .values(["title": .text("T")]), "title": .text("outer"),
        ]
        #expect(render("{{#isPage}}{{title}}{{/isPage}}{{#empty}}x{{/empty}}", values) == "outer")
        #expect(render("{{#page}}{{title}}{{/page}} {{page.title}} {{page.none}}", values) == "T T ")
    }

    @Test func nestedSectionsEndWhereTheyAreClosed() {
        let inner: TemplateValues = ["children": .list([["n": .text("1")], ["n": .text("2")]])]
        let values: TemplateValues = ["toc": .list([inner, ["children": .list([])]])]
        let source = "{{#toc}}<li>{{#children}}({{n}}){{/children}}{{^children}}-{{/children}}</li>{{/toc}}."
        #expect(render(source, values) == "<li>(1)(2)</li><li>-</li>.")
    }

    @Test func loneTagsTakeTheirLineAndIndentationIsNotWritten() {
        let source = "<ul>\n  {{#a}}\n    <li>{{.}}</li>\n  {{/a}}\n\n  {{! note }}\n</ul>\n"
        #expect(render(source, ["a": .texts(["1", "2"])]) == "<ul>\n<li>1</li>\n<li>2</li>\n</ul>\n")
        #expect(render("a {{! x }} b\n{{#a}}c {{/a}}\n", ["a": .bool(true)]) == "a  b\nc \n")
    }

    @Test func partialsSeeTheContextOfTheirPlace() {
        let partials = ["partials/item": "<b>{{name}}</b>{{> partials/dot}}", "partials/dot": "."]
        let values: TemplateValues = ["items": .list([["name": .text("x")], ["name": .text("y")]])]
        #expect(render("{{#items}}{{> partials/item}}{{/items}}", values, partials: partials) == "<b>x</b>.<b>y</b>.")
    }

    @Test func wordsAndIconsAreSetIn() {
        #expect(
            render("{{t.search}} {{{icons.tick}}}", [:])
                == "Cari &amp; lihat <svg class=\"icon\" aria-hidden=\"true\" viewBox=\"0 0 1 1\"/>")
    }

    @Test func literalsOnEitherSideOfASectionEndStayApart() {
        #expect(render("{{#a}}{{! }}x{{/a}}y{{^a}}z{{/a}}w", ["a": .bool(false)]) == "yzw")
        #expect(render("{{#a}}x{{/a}}y", ["a": .bool(false)]) == "y")
    }

    @Test func aTemplateThatIsNotThereAppendsNothing() {
        var output: [UInt8] = []
        loadTheme("x").theme.render("other", [:], to: &output)
        #expect(output.isEmpty)
    }

    @Test func listsCanBeAskedForTheirPresenceAndTheirFirstItem() {
        let fields: ContextDeclaration.Fields = ["items": .list(["url": .text])]
        let source =
            "{{#has_items}}<ul>{{#items}}{{url}}{{/items}}</ul>{{/has_items}}{{^has_items}}none{{/has_items}}{{#first_items}}+{{url}}{{/first_items}}"
        let (theme, diagnostics) = loadTheme(source, fields: fields)
        var output: [UInt8] = []
        theme.render("page", ["items": .list([["url": .text("a")], ["url": .text("b")]])], to: &output)
        theme.render("page", ["items": .list([])], to: &output)
        #expect(String(decoding: output, as: UTF8.self) == "<ul>ab</ul>+anone")
        #expect(diagnostics == [])
    }

    @Test func scriptsAreSafeForEveryText() {
        let values: TemplateValues = ["b": .bool(true), "a": .text("x\"\\\n\u{2028}é"), "c": .texts(["y"])]
        let expected = "window.w={\"a\":\"x\\\"\\\\\\u000a\\u2028é\",\n\"b\":true,\n\"c\":[\"y\"]};\n"
        #expect(String(decoding: ScriptData.assignment("w", .values(values)), as: UTF8.self) == expected)
    }
}

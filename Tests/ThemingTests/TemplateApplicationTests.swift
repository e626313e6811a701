import Testing

@testable import Theming

/// What is known of a template's values is put in once; what is left draws the same.
@Suite struct TemplateApplicationTests {
    private func applied(_ page: String, to known: TemplateValues) -> AppliedTemplate {
        loadTheme(page).theme.template("page", language: "ms", appliedTo: known)
    }

    private func drawn(_ page: String, known: TemplateValues, _ values: TemplateValues) -> String {
        var output: [UInt8] = []
        applied(page, to: known).render(values, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private func rest(_ page: String, known: TemplateValues) -> [Template.Operation.Kind] {
        applied(page, to: known).rest.operations.map(\.kind)
    }

    @Test func whatIsKnownBecomesOneLiteral() {
        let known: TemplateValues = [
            "root": .text("../"), "icon": .html(Array("<b>".utf8)), "is": .bool(true), "none": .text(""),
            "items": .list([["n": .text("1")], ["n": .text("2")]]), "one": .values(["n": .text("3")]),
        ]
        let page =
            "{{root}}{{{icon}}}{{#is}}a{{/is}}{{^is}}b{{/is}}{{#none}}c{{/none}}{{^none}}d{{/none}}"
            + "{{#items}}{{n}}{{root}},{{/items}}{{one.n}}{{one.m}}{{#one}}{{n}}{{/one}}{{#root}}[{{.}}]{{/root}}"
        #expect(rest(page, known: known) == [.literal])
        #expect(drawn(page, known: known, [:]) == "../<b>ad1../,2../,33[../]")
    }

    @Test func whatIsNotKnownIsLeft() {
        let page = "{{root}}{{title}}{{#has}}{{root}}{{/has}}"
        #expect(rest(page, known: ["root": .text("x")]) == [.literal, .text, .section, .text])
        #expect(drawn(page, known: ["root": .text("x")], ["title": .text("y"), "has": .bool(true)]) == "xyx")
    }

    @Test func anItemThatIsNotKnownHidesWhatIs() {
        let values: TemplateValues = ["pages": .list([["title": .text("page")], [:]])]
        #expect(drawn("{{#pages}}{{title}} {{/pages}}", known: ["title": .text("site")], values) == "page site ")
    }

    @Test func aKnownItemIsSeenFromASectionThatIsNot() {
        let known: TemplateValues = ["sections": .list([["name": .text("a")], ["name": .text("b")]])]
        let page = "{{#sections}}{{#pages}}{{name}}{{title}} {{/pages}}{{/sections}}"
        let values: TemplateValues = ["pages": .list([["title": .text("1")], ["title": .text("2")]])]
        #expect(drawn(page, known: known, values) == "a1 a2 b1 b2 ")
        #expect(drawn(page, known: known, ["pages": .list([["name": .text("own")]])]) == "own own ")
    }

    @Test func anotherValueForWhatWasKnownIsDrawn() {
        let page = "{{a}}{{#a}}{{b}}{{/a}}"
        let known: TemplateValues = ["a": .text("1"), "b": .text("2")]
        #expect(drawn(page, known: known, ["a": .text("3")]) == "32")
        #expect(drawn(page, known: known, ["b": .text("4")]) == "14")
    }
}

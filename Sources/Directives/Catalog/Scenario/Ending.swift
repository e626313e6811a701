import Markdown
import Theming

/// `:ending{kind=good}`: marks a scene of a scenario as one of its endings.
enum Ending: Directive {
    static let name = "ending"
    static let purpose = "Marks a scene of a scenario as one of its endings."
    static let placement = DirectivePlacement.inline
    static let kinds = ["good", "neutral", "bad"]
    static let arguments = [ArgumentRule("kind", .choice(kinds), required: true, purpose: "how it turned out")]
    static let examples = [
        DirectiveExample(
            ":ending{kind=good}\n", html: "<p><strong class=\"ending good\">Pengakhiran baik</strong></p>\n")
    ]

    static func values(
        _ use: DirectiveUse, in document: Document, _ scope: inout some RenderingScope
    ) -> TemplateValues {
        let kind = use.arguments["kind"] ?? "neutral"
        var values: TemplateValues = ["kind": .text(kind)]
        for known in kinds { values[TemplateName("is_" + known)] = .bool(kind == known) }
        return values
    }
}

import Markdown
import Theming

/// `:::details [Label]`: text that opens on demand.
enum Details: Directive {
    static let name = "details"
    static let purpose = "Text that opens when its label is chosen."
    static let placement = DirectivePlacement.block
    static let label = LabelRule.required
    static let arguments = [ArgumentRule("open", .boolean, purpose: "whether it stands open at first")]
    static let examples = [
        DirectiveExample(
            ":::details [Jawapan]\nSepuluh saat.\n:::\n",
            html: """
                <details class="more">
                <summary>Jawapan</summary>
                <p>Sepuluh saat.</p>
                </details>

                """)
    ]

    static func values(
        _ use: DirectiveUse, in document: Document, _ scope: inout some RenderingScope
    ) -> TemplateValues {
        [
            "label": .html(scope.label(of: use, in: document)), "body": .html(scope.body(of: use, in: document)),
            "open": .bool(use.boolean("open") ?? false),
        ]
    }
}

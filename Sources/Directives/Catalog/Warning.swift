/// `:::warning [Label]`: what must not be missed or done wrong.
enum Warning: Directive {
    static let name = "warning"
    static let purpose = "What must not be missed or done wrong."
    static let placement = DirectivePlacement.block
    static let label = LabelRule.optional
    static let examples = [
        DirectiveExample(
            ":::warning\nJangan teka.\n:::\n",
            html: """
                <aside class="warning">
                <p class="label">Perhatian</p>
                <p>Jangan teka.</p>
                </aside>

                """)
    ]
}

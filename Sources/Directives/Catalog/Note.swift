/// `:::note [Label]`: something good to know beside the text.
enum Note: Directive {
    static let name = "note"
    static let purpose = "Something good to know beside the text."
    static let placement = DirectivePlacement.block
    static let label = LabelRule.optional
    static let examples = [
        DirectiveExample(
            ":::note [Amalan baik]\nSenyum.\n:::\n",
            html: """
                <aside class="note">
                <p class="label">Amalan baik</p>
                <p>Senyum.</p>
                </aside>

                """)
    ]
}

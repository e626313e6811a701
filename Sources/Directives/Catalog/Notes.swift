/// `:::notes`: what the speaker says while a slide is shown.
enum Notes: Directive {
    static let name = "notes"
    static let purpose = "What the trainer says while the slide is shown; closed on the page."
    static let placement = DirectivePlacement.block
    static let assets = ["slides.css"]
    static let examples = [
        DirectiveExample(
            ":::notes\nTanya kelas dahulu.\n:::\n",
            html: """
                <details class="notes">
                <summary>Nota penyampai</summary>
                <p>Tanya kelas dahulu.</p>
                </details>

                """)
    ]
}

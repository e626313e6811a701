import Diagnostics
import Markdown
import Theming

/// `:::dialogue`: a conversation as a transcript, the officer's lines to be read aloud.
enum Dialogue: Directive {
    static let name = "dialogue"
    static let purpose = "A conversation as a transcript: a list whose lines begin with **Name:**."
    static let placement = DirectivePlacement.block
    static let label = LabelRule.optional
    static let arguments = [officerRule]
    static let examples = [
        DirectiveExample(
            ":::dialogue\n- **Pelanggan:** Helo?\n- **Petugas:** Selamat pagi.\n:::\n",
            html: """
                <dl class="dialogue">
                <div class="line"><dt class="speaker">Pelanggan</dt><dd>Helo?</dd></div>
                <div class="line officer"><dt class="speaker">Petugas</dt><dd>Selamat pagi.</dd></div>
                </dl>

                """)
    ]

    static let officerRule = ArgumentRule("officer", .text, purpose: "whose lines are read aloud (default: Petugas)")

    static func values(
        _ use: DirectiveUse, in document: Document, _ scope: inout some RenderingScope
    ) -> TemplateValues {
        let transcript = Transcript(use)
        let label = scope.label(of: use, in: document)
        var document = document
        var lines: [TemplateValues] = []
        for list in document.children(of: use.node) where document[list].kind == .list {
            lines += transcript.lines(of: list, in: &document, &scope)
        }
        if lines.isEmpty {
            scope.report(
                Diagnostic(
                    "dialogue-without-lines", .error, "'dialogue' holds no list of lines", at: use.location,
                    help: "write each line as '- **Name:** words'"))
        }
        return ["label": .html(label), "lines": .list(lines)]
    }
}

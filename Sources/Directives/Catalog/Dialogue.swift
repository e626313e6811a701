import Diagnostics
import Markdown
import Theming

/// `:::dialogue`: a conversation as a transcript, the officer's lines to be read aloud.
enum Dialogue: Directive {
    static let name = "dialogue"
    static let purpose = "A conversation as a transcript: a list whose lines begin with **Name:**."
    static let placement = DirectivePlacement.block
    static let label = LabelRule.optional
    static let arguments = [ArgumentRule("officer", .text, purpose: "whose lines are read aloud (default: Petugas)")]
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

    static func values(
        _ use: DirectiveUse, in document: Document, _ scope: inout some RenderingScope
    ) -> TemplateValues {
        let officers = use.arguments["officer"].map { [$0] } ?? ["Petugas", "Pegawai", "Officer"]
        var lines: [TemplateValues] = []
        for list in document.children(of: use.node) where document[list].kind == .list {
            for item in document.children(of: list) {
                guard let line = line(item, in: document, officers: officers, &scope) else {
                    scope.report(
                        Diagnostic(
                            "line-without-speaker", .error, "this line of the dialogue has no speaker",
                            at: SourceLocation(
                                file: use.location.file, line: Int(document[item].line),
                                column: Int(document[item].column)),
                            help: "begin it with **Name:**"))
                    continue
                }
                lines.append(line)
            }
        }
        if lines.isEmpty {
            scope.report(
                Diagnostic(
                    "dialogue-without-lines", .error, "'dialogue' holds no list of lines", at: use.location,
                    help: "write each line as '- **Name:** words'"))
        }
        return ["label": .html(scope.label(of: use, in: document)), "lines": .list(lines)]
    }

    private static func line(
        _ item: Document.NodeID, in document: Document, officers: [String], _ scope: inout some RenderingScope
    ) -> TemplateValues? {
        guard let paragraph = document[item].firstChild, document[paragraph].kind == .paragraph,
            let strong = document[paragraph].firstChild, document[strong].kind == .strong
        else { return nil }
        var name = document.plainText(below: strong)
        guard name.last == ":" else { return nil }
        name.removeLast()
        var rest = document
        rest.detach(strong)
        var html = scope.html(below: item, in: rest).drop { $0 == 0x20 || $0 == 0x0A }
        while html.last == 0x0A { html.removeLast() }
        let isOfficer = officers.contains { name == $0 || name.hasPrefix($0 + " ") }
        return ["speaker": .text(name), "is_officer": .bool(isOfficer), "words": .html(Array(html))]
    }
}

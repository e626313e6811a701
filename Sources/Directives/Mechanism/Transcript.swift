import Markdown
import Theming

/// Reads lists whose items are lines of a conversation: `- **Name:** words`.
struct Transcript {
    private let officers: [String]

    /// - Parameter use: of a directive that takes `officer`.
    init(_ use: DirectiveUse) {
        officers = use.arguments["officer"].map { [$0] } ?? ["Petugas", "Pegawai", "Officer"]
    }

    /// The lines as `{speaker, is_officer, words}`; takes the names out of the document.
    func lines(
        of list: Document.NodeID, in document: inout Document, _ scope: inout some RenderingScope
    ) -> [TemplateValues] {
        var lines: [TemplateValues] = []
        // As an array: what goes through the document would make each change to it copy the whole.
        for item in Array(document.children(of: list)) {
            if let line = line(item, in: &document, &scope) {
                lines.append(line)
            } else {
                scope.report(
                    "line-without-speaker", "this line of the dialogue has no speaker", on: item, in: document,
                    help: "begin it with **Name:**")
            }
        }
        return lines
    }

    private func line(
        _ item: Document.NodeID, in document: inout Document, _ scope: inout some RenderingScope
    ) -> TemplateValues? {
        guard let paragraph = document[item].firstChild, document[paragraph].kind == .paragraph,
            let strong = document[paragraph].firstChild, document[strong].kind == .strong
        else { return nil }
        var name = document.plainText(below: strong)
        guard name.last == ":" else { return nil }
        name.removeLast()
        document.detach(strong)
        let isOfficer = officers.contains { name == $0 || name.hasPrefix($0 + " ") }
        let words = scope.html(below: item, in: document).trimmingSpace
        return ["speaker": .text(name), "is_officer": .bool(isOfficer), "words": .html(words)]
    }
}

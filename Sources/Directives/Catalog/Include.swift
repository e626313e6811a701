import Diagnostics
public import Markdown

/// `:::include{file=../x.md}`: the body of another Markdown file of the site.
public enum Include: Directive {
    public static let name = "include"
    public static let purpose = "The text of another Markdown file of the site, in this place."
    public static let placement = DirectivePlacement.block
    public static let arguments = [
        ArgumentRule("file", .text, required: true, purpose: "the way to the file from this one")
    ]
    public static let examples: [DirectiveExample] = []

    public static func expand(_ use: DirectiveUse, in document: inout Document, _ scope: inout some ExpansionScope) {
        if let first = document[use.node].firstChild, document[first].kind != .directiveLabel {
            scope.report(
                Diagnostic(
                    "include-with-text", .error, "'include' holds text of its own", at: use.location,
                    help: "close it on the next line with ':::'"))
            return
        }
        guard let path = use.arguments["file"], let other = scope.include(path, at: use.location) else { return }
        document.graft(other, under: use.node)
    }

    /// The way to the file that an include names.
    static func file(of node: Document.Node, in document: Document) -> String? {
        var reader = ArgumentReader(name, arguments, at: SourceLocation(file: ""))
        return reader.read(document.string(of: node.extra))["file"]
    }
}

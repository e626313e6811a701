import Diagnostics
import Markdown

/// `:fakta[jawab-telefon]`: a figure of the site's data file, and the way to what it rests on.
enum Fakta: Directive {
    static let name = "fakta"
    static let purpose = "A figure that the site's data file declares, with its unit and the way to its source."
    static let placement = DirectivePlacement.inline
    static let arguments = [ArgumentRule("words", .boolean, purpose: "whether the number is written out")]
    static let examples: [DirectiveExample] = []

    static func expand(_ use: DirectiveUse, in document: inout Document, _ scope: inout some ExpansionScope) {
        var bytes: [UInt8] = []
        PlainTextRenderer().renderChildren(of: use.node, in: document, to: &bytes)
        let name = String(decoding: bytes, as: UTF8.self)
        guard let figure = scope.figure(name, asWords: use.boolean("words") ?? false, at: use.location) else {
            let meant = closestMatch(to: name, in: scope.figureNames)
            scope.report(
                Diagnostic(
                    "unknown-fact", .error, "there is no figure '\(name)'", at: use.location,
                    help: meant.map { "did you mean '\($0)'?" } ?? "declare it in _data/fakta.yml"))
            return
        }
        guard let text = figure.text else {
            scope.report(
                Diagnostic(
                    "fact-without-words", .error, "the figure '\(name)' has no words in this language",
                    at: use.location, help: "add 'words:' to it in _data/fakta.yml, or take {words} out"))
            return
        }
        if document.takesLinks(use.node) {
            document.replace(use.node, withLinkTo: "#" + figure.anchor, title: figure.source, text: text)
        } else {
            document.replace(use.node, withText: text)
        }
    }
}

import ArgumentParser
import Diagnostics
import Foundation
import Markdown

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Prints the HTML of one Markdown document's body.")

    @Argument(help: "A Markdown file, or - for standard input.")
    var file = "-"

    @Flag(help: "Write raw HTML and unsafe links as they stand.")
    var unsafe = false

    @Flag(help: "Read GitHub's extensions: tables, task lists, strikethrough, bare links.")
    var gfm = false

    @Flag(help: "Write the site's own form: all extensions, heading anchors, classes.")
    var extended = false

    func run() throws {
        let bytes = [UInt8](try Terminal.input(of: file))
        var diagnostics: [Diagnostic] = []
        var parser = MarkdownParser(options: extended ? .site : gfm ? .gfm : .commonMark)
        let name = file == "-" ? "<stdin>" : file
        let document = parser.parse(bytes, file: name, diagnostics: &diagnostics)
        var options = extended ? HTMLOptions.site : unsafe ? .unsafeReference : .reference
        if unsafe, extended { options.rawHTML = .allow }
        if unsafe, gfm { options.filtersTags = true }
        var html: [UInt8] = []
        var context = PlainHTMLContext()
        var renderer = HTMLRenderer<PlainHTMLContext>(options: options)
        renderer.render(document, context: &context, to: &html)
        Terminal.output(Data(html))
        var lines = SourceLines { _ in bytes }
        for diagnostic in diagnostics {
            Terminal.note(DiagnosticPrinter().text(diagnostic, sourceLine: lines[diagnostic.location]))
        }
        if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
}

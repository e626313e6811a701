import ArgumentParser
import Diagnostics
import Directives

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Reads what another system wrote.", subcommands: [GIFTCommand.self])

    struct GIFTCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "gift", abstract: "Prints a quiz made of Moodle's GIFT questions.")

        @Argument(help: "A GIFT file, or - for standard input.")
        var file = "-"

        @Option(help: "Language of the words for true and false: ms or en.")
        var language = "ms"

        func run() throws {
            let data = try Terminal.input(of: file)
            let name = file == "-" ? "<stdin>" : file
            let result = QuizExchange.markdown(
                ofGIFT: data, file: name, language: language)
            try Terminal.finish(result)
        }
    }
}

extension Terminal {
    /// Prints what an exchange made; what was lost on the way goes to standard error.
    static func finish(_ result: QuizExchange.Result) throws {
        for diagnostic in result.diagnostics { note(DiagnosticPrinter().text(diagnostic, sourceLine: nil)) }
        for loss in result.losses { note("\(loss.file):\(loss.line): lost: \(loss.message)") }
        if result.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
        output(result.text)
        note("\(count(result.questionCount, "question")), \(result.losses.count) lost on the way")
    }
}

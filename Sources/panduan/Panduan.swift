import ArgumentParser
import CAllocator  // settings only: nothing of it is called
import Foundation

/// The command line: what each command is called and how a run ends.
@main
struct Panduan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "panduan",
        abstract: "Compiles Markdown into a helpdesk's knowledge base and training site.",
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, ServeCommand.self, CheckCommand.self, NewCommand.self, InitCommand.self,
            SearchCommand.self, AnalyzeCommand.self, RecordCommand.self, RenderCommand.self, ExportCommand.self,
            ImportCommand.self,
        ])

    /// 0 good, 1 mistakes in the content or a run that could not be done, 2 wrong usage.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            exit(withError: code)
        } catch {
            let isUsage = exitCode(for: error) == .validationFailure
            if !isUsage, exitCode(for: error) == .success { exit(withError: error) }
            let text = isUsage ? fullMessage(for: error) : "error: \(error)"
            Terminal.note(text)
            exit(withError: ExitCode(isUsage ? 2 : 1))
        }
    }
}

/// A run that cannot be done, worded for the person who asked for it.
struct CommandFailure: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) {
        self.description = description
    }
}

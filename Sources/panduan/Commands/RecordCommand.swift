import ArgumentParser
import Foundation

struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Makes tables of learners' progress files: who did what, what is missed.")

    @Argument(help: ArgumentHelp("Progress files or codes that learners handed in.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("The built site, for titles and questions.", valueName: "dir"))
    var site = "site"

    @Flag(help: "Print who did what as CSV.")
    var csv = false

    @Flag(help: "Print the questions that are missed, not who did what.")
    var missed = false

    func run() throws {
        var record = TrainingRecord(site: SiteModules.read(site: site))
        var unread = 0
        for path in files {
            do {
                guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
                    throw CommandFailure("the file cannot be read")
                }
                let file = try ProgressFile(bytes)
                let stem = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
                record.add(file, name: file.name ?? stem)
            } catch {
                unread += 1
                Terminal.note("\(path): error: \(error)")
            }
        }
        Terminal.output(output(of: record))
        if unread > 0 { throw ExitCode(1) }
    }

    private func output(of record: TrainingRecord) -> String {
        let results = (head: TrainingRecord.resultsHead, rows: record.results)
        let questions = (head: TrainingRecord.missedHead, rows: record.missed)
        if csv {
            let table = missed ? questions : results
            return RecordTable.csv(table.head, table.rows)
        }
        if missed { return RecordTable.text(questions.head, questions.rows) }
        return RecordTable.text(results.head, results.rows) + "\n" + RecordTable.text(questions.head, questions.rows)
    }
}

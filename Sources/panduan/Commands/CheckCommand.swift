import ArgumentParser
import Diagnostics
import SiteBuilder
import SiteModel

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks a folder as a build would, and writes nothing.")

    @OptionGroup var sourceOptions: SourceOptions

    @Flag(help: "Print the diagnostics as JSON.")
    var json = false

    @Option(help: ArgumentHelp("The day on which reviews are due (default: today).", valueName: "yyyy-mm-dd"))
    var today: String?

    @Flag(help: "Look for the pages' questions in an index that does not hold them, as for one nobody wrote down.")
    var unindexedAsks = false

    func validate() throws {
        if let today, CalendarDay(today) == nil {
            throw ValidationError("'\(today)' is no date: write --today YYYY-MM-DD")
        }
    }

    func run() throws {
        var options = BuildOptions(source: sourceOptions.source, output: sourceOptions.source + "/site")
        options.includesDrafts = sourceOptions.drafts
        options.isStrict = sourceOptions.strict
        options.today = today.flatMap { CalendarDay($0) } ?? Today.day
        options.asks = unindexedAsks ? .unindexed : .indexed
        let loaded = try SiteLoader(options: options).load()
        if json {
            Terminal.output(DiagnosticPrinter.json(loaded.diagnostics))
        } else {
            Terminal.print(loaded, warningLimit: .max)
        }
        let warnings = loaded.diagnostics.count - loaded.errorCount
        Terminal.note(
            "\(Terminal.count(loaded.site.pages.count, "page")): \(Terminal.count(loaded.errorCount, "error")), "
                + Terminal.count(warnings, "warning"))
        if let asks = loaded.asks, asks.asked > 0 { Terminal.note(Self.text(of: asks)) }
        if loaded.errorCount > 0 { throw ExitCode(1) }
    }

    private static func text(of asks: AskReport) -> String {
        func share(_ part: Int) -> String {
            let thousandths = part * 1000 / asks.asked
            return "\(part) (\(thousandths / 10).\(thousandths % 10) %)"
        }
        return "\(Terminal.count(asks.asked, "question")): \(share(asks.found)) find their page; "
            + "\(share(asks.foundUnindexed)) would in an index that does not hold them"
    }
}

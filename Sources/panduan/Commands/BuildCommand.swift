import ArgumentParser
import Foundation
import SiteBuilder

struct SourceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder to build.", valueName: "dir"))
    var source = "."

    @Flag(help: "Take in pages that are drafts.")
    var drafts = false

    @Flag(help: "Treat warnings as errors.")
    var strict = false
}

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Compiles a folder of Markdown into a site.")

    @OptionGroup var sourceOptions: SourceOptions

    @Option(help: ArgumentHelp("Where the site goes.", valueName: "dir"))
    var output = "site"

    @Flag(help: "Write the site in spite of errors; they then stand on the pages that have them.")
    var keepGoing = false

    func run() throws {
        var options = BuildOptions(source: sourceOptions.source, output: output)
        options.includesDrafts = sourceOptions.drafts
        options.isStrict = sourceOptions.strict
        options.keepsGoing = keepGoing
        let clock = ContinuousClock()
        let start = clock.now
        let report = try SiteBuild(options: options).run()
        let seconds = (clock.now - start) / .seconds(1)
        Terminal.print(report.loaded, warningLimit: 20)
        let errors = report.loaded.errorCount
        if !report.isWritten {
            Terminal.note("\(Terminal.count(errors, "error")); \(output) is as it was")
            throw ExitCode(1)
        }
        let time = String(Int(seconds * 100)).leftPadded(to: 3)
        Terminal.note(
            "\(Terminal.count(report.pageCount, "page")), \(Terminal.count(report.wordCount, "word")), "
                + "search index \(report.indexBytes / 1024) KiB, \(time.dropLast(2)).\(time.suffix(2)) s → \(output)")
        if errors > 0 { Terminal.note("\(Terminal.count(errors, "error")); the pages say so") }
        // The system takes back all memory at once; giving thousands of pages back one by one would take a while.
        withExtendedLifetime(report) { Foundation.exit(errors > 0 ? 1 : 0) }
    }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: "0", count: max(0, width - count)) + self
    }
}

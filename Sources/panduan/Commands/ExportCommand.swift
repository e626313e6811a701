import ArgumentParser
import SiteBuilder

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes a module for another system.",
        subcommands: [ScormCommand.self, GIFTCommand.self])

    struct GIFTCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "gift", abstract: "Prints a page's quizzes in Moodle's GIFT format.")

        @Argument(help: "The page's Markdown file, from the content folder: latihan/s1-salam.md")
        var module: String

        @Option(help: "Folder of the site; its pages are in its folder 'content', or in itself.")
        var source = "."

        func run() throws {
            try Terminal.finish(GIFTExport.text(ofModule: module, options: BuildOptions(source: source)))
        }
    }

    struct ScormCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "scorm",
            abstract: "Writes a module, or a course with its modules, as a SCORM 1.2 package.")

        @Argument(help: "The page's Markdown file, from the content folder: latihan/s1-salam.md")
        var module: String

        @Option(help: "The ZIP file to write.")
        var output: String

        @Option(help: "Folder of the site; its pages are in its folder 'content', or in itself.")
        var source = "."

        func run() throws {
            let package = try ScormPackage(module: module, options: BuildOptions(source: source))
            if package.loaded.errorCount > 0 {
                Terminal.print(package.loaded, warningLimit: 0)
                throw ExitCode(1)
            }
            try package.write(to: output)
        }
    }
}

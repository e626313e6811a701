import ArgumentParser
import SiteBuilder

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Makes a new page of a content type.")

    @Argument(help: "The content type, such as prosedur.")
    var type: String

    @Argument(help: "The page's title; the file is named after it.")
    var name: String

    @Option(help: ArgumentHelp("The folder of the site.", valueName: "dir"))
    var source = "."

    func run() throws {
        let path = try Starter.makePage(
            type: type, name: name, options: BuildOptions(source: source, output: source + "/site"))
        Terminal.output(path + "\n")
    }
}

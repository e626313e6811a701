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
        let options = BuildOptions(source: source, output: source + "/site")
        do {
            Terminal.output(try Starter.makePage(type: type, name: name, options: options) + "\n")
        } catch let unknown as Starter.UnknownType {
            throw ValidationError(unknown: "content type", type, of: unknown.known)
        }
    }
}

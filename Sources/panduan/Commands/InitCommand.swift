import ArgumentParser
import SiteBuilder

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Makes a new site to start from.")

    @Argument(help: "A folder that is empty or not there yet.")
    var dir: String

    func run() throws {
        let paths = try Starter.makeSite(in: dir)
        for path in paths { Terminal.output("\(dir)/\(path)\n") }
        Terminal.note("next: cd \(dir), then 'panduan serve' to write, 'panduan build' to make the site")
    }
}

import ArgumentParser
import FlyingSocks
import Foundation
import SiteBuilder
import SiteModel

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Shows the site on this machine and keeps it current while you write.")

    @OptionGroup var sourceOptions: SourceOptions

    @Option(help: ArgumentHelp("The port on 127.0.0.1.", valueName: "n"))
    var port: UInt16 = 8080

    func run() async throws {
        var options = BuildOptions(source: sourceOptions.source, output: sourceOptions.source + "/site")
        options.includesDrafts = sourceOptions.drafts
        options.isStrict = sourceOptions.strict
        let site = PreviewSite()
        let seen = snapshot(options)
        try await site.update(build(options))
        let server = try server(of: site)
        Terminal.note("http://127.0.0.1:\(server.port)/ (Ctrl-C stops)")
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask { [options, seen] in try await watch(site, options, since: seen) }
            try await group.next()
            group.cancelAll()
        }
    }

    private func server(of site: PreviewSite) throws -> PreviewServer {
        do {
            return try PreviewServer(site: site, port: port)
        } catch SocketError.failed(_, _, let message) {
            throw CommandFailure("cannot serve on 127.0.0.1:\(port): \(message): give another --port")
        }
    }

    /// Builds again after each change; looking at the files is cheap, and works on shared folders too.
    private func watch(_ site: PreviewSite, _ options: BuildOptions, since first: SourceSnapshot) async throws {
        var seen = first
        while true {
            try await Task.sleep(for: .milliseconds(250))
            let now = snapshot(options)
            guard now != seen else { continue }
            Terminal.note("changed: \(now.changes(since: seen).prefix(3).joined(separator: ", "))")
            seen = now
            await rebuild(site, options)
        }
    }

    private func snapshot(_ options: BuildOptions) -> SourceSnapshot {
        SourceSnapshot(of: options.source, excluding: [options.output, options.source + "/.build"])
    }

    private func rebuild(_ site: PreviewSite, _ options: BuildOptions) async {
        do {
            try await site.update(build(options))
        } catch {
            Terminal.note("error: \(error)")
            await site.fail("\(error)")
        }
    }

    private func build(_ options: BuildOptions) throws -> SitePreview {
        let clock = ContinuousClock()
        let start = clock.now
        let preview = try SitePreview(options: options)
        Terminal.print(preview.loaded, warningLimit: 20)
        let milliseconds = Int((clock.now - start) / .milliseconds(1))
        Terminal.note("\(Terminal.count(preview.loaded.site.pages.count, "page")) in \(milliseconds) ms")
        return preview
    }
}

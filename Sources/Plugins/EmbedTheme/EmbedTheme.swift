import Foundation
import PackagePlugin

/// Embeds the default theme and types and the starter site, so that one copied binary is enough.
@main
struct EmbedTheme: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let theme = root.appending(path: "themes/panduan")
        let defaults = root.appending(path: "Sources/SiteBuilder/Defaults")
        let starter = root.appending(path: "Sources/SiteBuilder/Starter")
        return [
            try embed(theme, as: "EmbeddedTheme", context),
            try embed(defaults, as: "EmbeddedDefaults", context),
            try embed(starter, as: "EmbeddedStarter", context),
        ]
    }

    private func embed(_ folder: URL, as name: String, _ context: PluginContext) throws -> Command {
        let output = context.pluginWorkDirectoryURL.appending(path: "\(name).swift")
        return .buildCommand(
            displayName: "Embedding \(folder.lastPathComponent)",
            executable: try context.tool(named: "EmbedFiles").url,
            arguments: [output.path, name, folder.path, folder.path],
            inputFiles: files(below: folder), outputFiles: [output])
    }

    private func files(below folder: URL) -> [URL] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appending(path: $0) }.filter { !$0.hasDirectoryPath }
    }
}

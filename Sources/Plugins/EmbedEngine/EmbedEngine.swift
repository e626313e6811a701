import Foundation
import PackagePlugin

/// Compiles the search engine to WebAssembly with the toolchain at hand and embeds it with its browser script.
@main
struct EmbedEngine: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let sources = context.package.directoryURL.appending(path: "Sources")
        let wasm = sources.appending(path: "SearchWasm")
        let swift = swiftFiles(below: sources.appending(path: "SearchCore")) + swiftFiles(below: wasm)
        let script = wasm.appending(path: "Browser/engine.js")
        let memory = wasm.appending(path: "Browser/memory.c")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedEngine.swift")
        let tools = try ["swiftc", "clang", "wasm-ld", "EmbedFiles"].map { try context.tool(named: $0).url.path }
        return [
            .buildCommand(
                displayName: "Compiling the search engine to WebAssembly",
                executable: try context.tool(named: "CompileEngine").url,
                arguments: [output.path] + tools + [script.path, memory.path] + swift.map(\.path),
                inputFiles: swift + [script, memory], outputFiles: [output]),
            try embedLexicon(sources.appending(path: "SearchStore/Lexicon"), context),
        ]
    }

    private func embedLexicon(_ folder: URL, _ context: PluginContext) throws -> Command {
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedLexicon.swift")
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return .buildCommand(
            displayName: "Embedding the words' data", executable: try context.tool(named: "EmbedFiles").url,
            arguments: [output.path, "EmbeddedLexicon", folder.path, folder.path],
            inputFiles: names.sorted().map { folder.appending(path: $0) }, outputFiles: [output])
    }

    private func swiftFiles(below folder: URL) -> [URL] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0) }
    }
}

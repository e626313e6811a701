import Foundation

// Writes a Swift file that holds other files' bytes: `EmbedFiles OUTPUT.swift ENUM ROOT FILE…`.
// A FILE that is a folder stands for every file in it; names are relative to ROOT, in sorted order.

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
    fail("usage: EmbedFiles OUTPUT.swift ENUM ROOT FILE…")
}
do {
    let root = URL(fileURLWithPath: arguments[3]).standardizedFileURL
    let files = try arguments[4...].flatMap { try EmbeddedFile.load($0, root: root) }.sorted { $0.path < $1.path }
    let source = SwiftSource(enumName: arguments[2], files: files).text
    try Data(source.utf8).write(to: URL(fileURLWithPath: arguments[1]), options: .atomic)
} catch {
    fail("\(error)")
}

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("EmbedFiles: \(message)\n".utf8))
    exit(1)
}

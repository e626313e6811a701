import Foundation

/// One file to embed: where it stands below the root, and its bytes.
struct EmbeddedFile {
    var path: String
    var bytes: Data

    /// The file, or every visible file of the folder, named by `argument`.
    static func load(_ argument: String, root: URL) throws -> [EmbeddedFile] {
        let url = URL(fileURLWithPath: argument).standardizedFileURL
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return [] }
        if !isFolder.boolValue { return [try file(url, root: root)] }
        let names = try FileManager.default.subpathsOfDirectory(atPath: url.path).filter { name in
            !name.split(separator: "/").contains { $0.hasPrefix(".") }
        }
        return try names.map { url.appendingPathComponent($0) }.filter { isRegularFile($0) }
            .map { try file($0, root: root) }
    }

    private static func isRegularFile(_ url: URL) -> Bool {
        (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) ?? false
    }

    private static func file(_ url: URL, root: URL) throws -> EmbeddedFile {
        let path = url.standardizedFileURL.path
        let relative =
            path.hasPrefix(root.path + "/") ? String(path.dropFirst(root.path.count + 1)) : url.lastPathComponent
        return EmbeddedFile(path: relative, bytes: try Data(contentsOf: url))
    }
}

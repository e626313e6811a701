public import Foundation

/// A source folder made from a text literal, in a folder of its own that is removed with it.
public final class TemporarySite {
    /// Folder that holds the source and the output, with a space in its name as people have.
    public let base: String
    public var source: String { base + "/sumber" }
    public var output: String { base + "/site" }

    /// - Parameter literal: `-- path --` lines, each followed by the text of the file at that path.
    public init(_ literal: String = "") throws {
        base = NSTemporaryDirectory() + "panduan ujian " + UUID().uuidString
        try FileManager.default.createDirectory(atPath: source, withIntermediateDirectories: true)
        try add(literal)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: base)
    }

    /// Adds files of a literal to the source, or replaces them.
    public func add(_ literal: String) throws {
        for (path, text) in Self.files(in: literal) { try write(Data(text.utf8), to: path) }
    }

    public func write(_ bytes: [UInt8], to path: String) throws { try write(Data(bytes), to: path) }

    /// - Parameter path: relative to the source.
    public func write(_ data: Data, to path: String) throws {
        let file = source + "/" + path
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try data.write(to: URL(fileURLWithPath: file))
    }

    public func link(_ path: String, to target: String) throws {
        let file = source + "/" + path
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: target)
    }

    /// Text of a file of the built site.
    public func built(_ path: String) throws -> String {
        try String(contentsOfFile: output + "/" + path, encoding: .utf8)
    }

    /// Paths of all files of the built site, sorted.
    public func builtPaths() -> [String] { Self.contents(of: output).keys.sorted() }

    /// Every file below a folder, by its path in it.
    public static func contents(of folder: String) -> [String: Data] {
        var files: [String: Data] = [:]
        let paths = FileManager.default.enumerator(atPath: folder)
        while let path = paths?.nextObject() as? String {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
            if !isFolder.boolValue { files[path] = FileManager.default.contents(atPath: folder + "/" + path) }
        }
        return files
    }

    static func files(in literal: String) -> [(path: String, text: String)] {
        var files: [(path: String, text: String)] = []
        for line in literal.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 {
                files.append((String(line.dropFirst(3).dropLast(3)), ""))
            } else if !files.isEmpty {
                files[files.count - 1].text += line + "\n"
            }
        }
        return files
    }
}

import Foundation

/// A long text that a test expects, kept in a file beside it. `PANDUAN_RECORD=1 swift test` writes what is found.
public enum Snapshot {
    public static var isRecording: Bool { ProcessInfo.processInfo.environment["PANDUAN_RECORD"] == "1" }

    /// - Returns: what the file holds; after recording, `found` itself.
    public static func expected(_ found: String, at path: String) throws -> String {
        if isRecording {
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try found.write(toFile: path, atomically: true, encoding: .utf8)
        }
        return (try? String(contentsOfFile: path, encoding: .utf8))
            ?? "no file \(path): record it with PANDUAN_RECORD=1"
    }
}

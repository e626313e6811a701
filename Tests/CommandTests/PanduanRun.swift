import Foundation
import TestSites

/// One run of the command: what it printed and how it ended.
struct PanduanRun {
    let status: Int32
    let output: String
    let errors: String

    /// The command that was built with the tests: it lies beside their bundle.
    static let binary: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return (tests as NSString).deletingLastPathComponent + "/panduan"
    }()

    /// - Parameter folder: working directory, the site's own when it is not given.
    init(
        _ arguments: [String], in folder: String, input: String = "", environment: [String: String] = [:],
        launcher: [String] = []
    ) throws {
        let process = Process()
        let command = launcher + [Self.binary] + arguments
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files and not pipes: a pipe that nobody reads in time stops the command.
        let scratch = NSTemporaryDirectory() + "panduan-run-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        try input.write(toFile: scratch + "/in", atomically: false, encoding: .utf8)
        for name in ["out", "err"] { try "".write(toFile: scratch + "/" + name, atomically: false, encoding: .utf8) }
        process.standardInput = FileHandle(forReadingAtPath: scratch + "/in")
        process.standardOutput = FileHandle(forWritingAtPath: scratch + "/out")
        process.standardError = FileHandle(forWritingAtPath: scratch + "/err")
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = try String(contentsOfFile: scratch + "/out", encoding: .utf8)
        errors = try String(contentsOfFile: scratch + "/err", encoding: .utf8)
    }
}

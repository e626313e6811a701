import Diagnostics
import Foundation
import SiteBuilder

/// Where the commands write: results to standard output, everything about the run to standard error.
enum Terminal {
    static let isInteractive = isatty(STDERR_FILENO) == 1

    static func note(_ text: String) { writeAboutRun(text + "\n") }

    static func output(_ text: String) { output(Data(text.utf8)) }

    /// Ends the run where the result cannot be written: half of it must not look like all.
    static func output(_ data: Data) {
        let problem = write(data, to: STDOUT_FILENO)
        if problem == 0 { return }
        // A reader that has gone away needs no word.
        if problem != EPIPE { note("error: cannot write to standard output: \(String(cString: strerror(problem)))") }
        exit(1)
    }

    /// Where nobody can be told, the run itself goes on.
    private static func writeAboutRun(_ text: String) { _ = write(Data(text.utf8), to: STDERR_FILENO) }

    /// - Returns: the number of the error, 0 for none.
    private static func write(_ data: Data, to descriptor: Int32) -> Int32 {
        data.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno != EINTR { return errno }
                rest = rest.dropFirst(max(count, 0))
            }
            return 0
        }
    }

    /// Prints diagnostics as a person reads them.
    /// - Parameter warningLimit: warnings beyond it are only counted; errors are always printed.
    static func print(_ loaded: LoadedSite, warningLimit: Int) {
        let printer = DiagnosticPrinter(color: isInteractive && ProcessInfo.processInfo.environment["NO_COLOR"] == nil)
        var lines = loaded.sourceLines
        var text = ""
        var warnings = 0
        for diagnostic in loaded.diagnostics {
            if diagnostic.severity == .warning {
                warnings += 1
                if warnings > warningLimit { continue }
            }
            text += printer.text(diagnostic, sourceLine: lines[diagnostic.location])
        }
        if warnings > warningLimit {
            text += "… and \(warnings - warningLimit) more warnings: 'panduan check' lists them all\n"
        }
        if !text.isEmpty { writeAboutRun(text) }
    }

    /// What a file holds, or standard input for `-`.
    static func input(of file: String) throws -> Data {
        if file == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
            throw CommandFailure("\(file): there is no such file")
        }
        guard !isFolder.boolValue else { throw CommandFailure("\(file): this is a folder: give a file") }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure("\(file): the file cannot be read")
        }
        return data
    }

    /// The lines of standard input, or of a file.
    static func inputLines(of file: String = "-") throws -> [String] {
        let data = try input(of: file)
        // A carriage return and a line feed are one character.
        var lines = String(decoding: data, as: UTF8.self).split(omittingEmptySubsequences: false) {
            $0 == "\n" || $0 == "\r\n"
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map(String.init)
    }

    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

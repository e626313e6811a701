public import Diagnostics

/// Reads YAML into values with places: front matter, `site.yml`, types, strings.
///
/// The plain subset that front matter is written in is read directly, everything else by Yams; both give the same.
public enum YAMLReader {
    /// - Parameters:
    ///   - source: UTF-8.
    ///   - firstLine: the line of the file on which `source` starts.
    /// - Returns: nil when there is nothing to read or it could not be read, which is then a diagnostic.
    public static func read(
        _ source: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int = 1, diagnostics: inout [Diagnostic]
    ) -> YAMLValue? {
        if let value = readPlainly(source, file: file, firstLine: firstLine) { return value }
        let value = readFully(source, file: file, firstLine: firstLine, diagnostics: &diagnostics)
        return value?.isNull == true ? nil : value
    }

    public static func read(
        _ source: [UInt8], file: String, firstLine: Int = 1, diagnostics: inout [Diagnostic]
    ) -> YAMLValue? {
        source.withUnsafeBufferPointer { read($0, file: file, firstLine: firstLine, diagnostics: &diagnostics) }
    }

    /// The plain subset; nil where the text is anything but that.
    static func readPlainly(_ source: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int) -> YAMLValue? {
        var reader = PlainYAMLReader(source, file: file, firstLine: firstLine)
        return reader.read()
    }

    /// All of YAML but anchors and aliases.
    static func readFully(
        _ source: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int, diagnostics: inout [Diagnostic]
    ) -> YAMLValue? {
        do throws(YAMLProblem) {
            return try FullYAMLReader(source, file: file, firstLine: firstLine).read()
        } catch {
            diagnostics.append(
                Diagnostic(
                    error.id, .error, error.message,
                    at: SourceLocation(file: file, line: error.line, column: error.column), help: error.help))
            return nil
        }
    }
}

/// Why a YAML text cannot be read.
struct YAMLProblem: Error {
    var id = "invalid-yaml"
    var message: String
    var line: Int
    var column: Int
    var help: String?
}

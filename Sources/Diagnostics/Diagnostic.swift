/// A place in a source file. Lines and columns count from 1; 0 means "the whole file" or "the whole line".
public struct SourceLocation: Hashable, Sendable, Comparable {
    /// Path as the author knows it: relative to the folder that is built.
    public var file: String
    public var line: Int
    /// Column in characters, not bytes.
    public var column: Int

    public init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    public static func < (a: SourceLocation, b: SourceLocation) -> Bool {
        a.file == b.file ? (a.line, a.column) < (b.line, b.column) : a.file < b.file
    }
}

/// A mistake of an author, as a value: collected, sorted and printed, never thrown.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Sendable {
        /// The page is wrong: the build fails.
        case error
        /// The page is less trustworthy: the build fails only when it is strict.
        case warning
    }

    /// Stable kebab-case name of the rule, such as `broken-link`.
    public var id: String
    public var severity: Severity
    public var message: String
    public var location: SourceLocation
    /// How to mend it, in one line.
    public var help: String?

    public init(
        _ id: String, _ severity: Severity, _ message: String, at location: SourceLocation, help: String? = nil
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.location = location
        self.help = help
    }
}

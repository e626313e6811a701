public import Diagnostics
import SearchCore
public import SiteModel
import Theming

/// A source folder, read, assembled and checked: everything but drawn.
public struct LoadedSite: Sendable {
    public let site: Site
    /// The index of the pages as search sees them; nil where nobody asked for it.
    let indexWriter: Meanwhile<IndexWriter>?
    public let diagnostics: [Diagnostic]
    public let wordCount: Int
    /// What came of the pages' questions, where they were asked.
    public let asks: AskReport?
    let tree: SourceTree
    let theme: Theme
    let index: ContentIndex

    /// The figures that the site declares.
    public var facts: FactTable { index.facts }

    public var errorCount: Int { diagnostics.count { $0.severity == .error } }

    /// The text of the line that a diagnostic names.
    public func sourceLine(_ location: SourceLocation) -> String? {
        guard location.line > 0, let bytes = try? FileSystem.read(tree.root + "/" + location.file) else { return nil }
        var rest = bytes[...]
        for _ in 1..<location.line {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            rest = rest[(end + 1)...]
        }
        let line = rest.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return String(decoding: line, as: UTF8.self)
    }
}

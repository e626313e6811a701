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
    /// The theme's alone: search has its script when the site is drawn.
    let assets: AssetPaths
    let index: ContentIndex

    /// The figures that the site declares.
    public var facts: FactTable { index.facts }

    public var errorCount: Int { diagnostics.count { $0.severity == .error } }

    /// The lines that diagnostics name. What is too large to be a page is not opened again.
    public var sourceLines: SourceLines {
        SourceLines { [root = tree.root] file in
            (try? FileSystem.read(root + "/" + file, atMost: PageSourceReader.largest)) ?? nil
        }
    }
}

import Diagnostics
import Markdown
import SiteModel

/// What the HTML of one page's body depends on: the site around it. Collects what the page holds on the way.
struct BodyContext: HTMLRenderingContext {
    var links: LinkResolver
    private(set) var headings: [(page: PageHeading, rendered: RenderedHeading)] = []
    var diagnostics: [Diagnostic] = []
    /// File that is being read: the page's own, or one that it includes.
    var file: String

    init(links: LinkResolver) {
        self.links = links
        file = links.file
    }

    mutating func resolve(
        _ destination: ArraySlice<UInt8>, isImage: Bool, at position: (line: Int, column: Int)
    ) -> ResolvedDestination {
        let location = SourceLocation(file: file, line: position.line, column: position.column)
        let written = String(decoding: destination, as: UTF8.self)
        return links.resolve(written, isImage: isImage, at: location).map { .rewritten($0) } ?? .asWritten
    }

    mutating func didWrite(_ heading: RenderedHeading, in document: Document, output: [UInt8]) {
        let anchor = String(decoding: heading.anchor, as: UTF8.self)
        headings.append((PageHeading(level: heading.level, anchor: anchor, html: Array(output[heading.html])), heading))
    }
}

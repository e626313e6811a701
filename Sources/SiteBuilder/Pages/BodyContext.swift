import Diagnostics
import Directives
import Markdown
import SiteModel
import Theming

/// What the HTML of one page's body depends on: the site around it. Collects what the page holds on the way.
struct BodyContext: HTMLRenderingContext {
    var links: LinkResolver
    private(set) var headings: [(page: PageHeading, rendered: RenderedHeading)] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var assets: [String] = []
    private(set) var activities: [Activity] = []
    private var uniqueIDs: [String: Int] = [:]
    let glossary: Glossary?
    /// Whether the site has anything that running text could name.
    let hasMentions: Bool
    /// Keys of the terms that are not to be linked, or not again.
    var explained: Set<String>
    let theme: Theme
    let language: String
    /// File that is being rendered, as diagnostics name it: the page's own, or one that it includes.
    private var file: String

    init(links: LinkResolver, theme: Theme) {
        self.links = links
        self.theme = theme
        file = links.file
        language = links.address.language
        glossary = links.index.glossaries[language]
        hasMentions = glossary != nil || !links.index.authorities.cancelled.isEmpty
        explained = [links.address.key]
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

    mutating func writeDirective(
        _ id: Document.NodeID, in document: Document, renderer: inout HTMLRenderer<BodyContext>,
        to output: inout [UInt8]
    ) {
        var reader = DirectiveExpander(file: file)
        guard let use = reader.use(of: id, in: document), let directive = DirectiveRegistry.directive(named: use.name)
        else {
            renderer.renderChildren(of: id, in: document, context: &self, to: &output)
            return
        }
        if let included = use.arguments["file"], use.name == Include.name {
            writeIncluded(included, id, in: document, renderer: &renderer, to: &output)
            return
        }
        for asset in directive.assets where !assets.contains(asset) { assets.append(asset) }
        var scope = BodyRenderingScope(context: self, renderer: renderer)
        let values = directive.values(use, in: document, &scope)
        self = scope.context
        renderer = scope.renderer
        theme.render("directives/" + use.name, language: language, values, to: &output)
    }

    /// The links of an included file are relative to that file, and its mistakes are in it.
    private mutating func writeIncluded(
        _ path: String, _ id: Document.NodeID, in document: Document, renderer: inout HTMLRenderer<BodyContext>,
        to output: inout [UInt8]
    ) {
        let outer = place
        enter(path)
        renderer.renderChildren(of: id, in: document, context: &self, to: &output)
        place = outer
    }

    /// The file that is being rendered and the folder that its links start from.
    fileprivate var place: (file: String, folder: String) {
        get { (file, links.folder) }
        set { (file, links.folder) = newValue }
    }

    fileprivate mutating func enter(_ path: String) {
        guard let target = RelativePath.resolve(path, in: links.folder), let source = links.index.includable[target]
        else { return }
        place = (source.display, RelativePath.folder(of: target))
    }

    fileprivate mutating func uniqueID(_ kind: String) -> String {
        uniqueIDs[kind, default: 0] += 1
        return "\(kind).\(uniqueIDs[kind]!)"  // no anchor of a heading holds a full stop
    }

    fileprivate mutating func announce(_ activity: Activity) { activities.append(activity) }

    fileprivate mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// How much was found so far.
    var found: (diagnostics: Int, links: Int, linkDiagnostics: Int) {
        (diagnostics.count, links.links.count, links.diagnostics.count)
    }

    /// Says where what was found since then stands.
    mutating func place(from start: (diagnostics: Int, links: Int, linkDiagnostics: Int), at location: SourceLocation) {
        diagnostics.place(from: start.diagnostics, at: location)
        links.place(from: (start.links, start.linkDiagnostics), at: location)
    }
}

/// Lends a directive the page's renderer for what stands inside it.
private struct BodyRenderingScope: RenderingScope {
    var context: BodyContext
    var renderer: HTMLRenderer<BodyContext>

    mutating func html(below id: Document.NodeID, in document: Document) -> [UInt8] {
        var html: [UInt8] = []
        renderer.renderChildren(of: id, in: document, context: &context, to: &html)
        return html
    }

    mutating func html(of id: Document.NodeID, in document: Document) -> [UInt8] {
        var html: [UInt8] = []
        renderer.render(id, in: document, context: &context, to: &html)
        return html
    }

    var file: String { context.place.file }

    mutating func reading<Result>(_ path: String?, _ body: (inout Self) -> Result) -> Result {
        let outer = context.place
        if let path { context.enter(path) }
        defer { context.place = outer }
        return body(&self)
    }

    mutating func uniqueID(_ kind: String) -> String { context.uniqueID(kind) }

    mutating func announce(_ activity: Activity) { context.announce(activity) }

    mutating func report(_ diagnostic: Diagnostic) { context.report(diagnostic) }
}

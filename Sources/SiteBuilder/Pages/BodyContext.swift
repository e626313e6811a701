import Diagnostics
import Directives
import Markdown
import SiteModel
import Theming

/// What the HTML of one page's body depends on: the site around it. Collects what the page holds on the way.
struct BodyContext: HTMLRenderingContext {
    var links: LinkResolver
    private(set) var headings: [PageHeading] = []
    /// The same, as they were written.
    private(set) var renderedHeadings: [RenderedHeading] = []
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
    /// Headings inside a directive are no part of the page's contents.
    private var directiveDepth = 0
    /// File that is being rendered, as diagnostics name it: the page's own, or one that it includes.
    private var file: String

    init(links: LinkResolver, theme: Theme) {
        self.links = links
        self.theme = theme
        file = links.file
        language = links.address.language
        glossary = links.index.glossaries[language]
        hasMentions = glossary != nil || !links.index.authorities.cancelled.isEmpty
        explained = hasMentions ? [links.address.key] : []
    }

    mutating func resolve(
        _ destination: ArraySlice<UInt8>, isImage: Bool, at position: (line: Int, column: Int)
    ) -> ResolvedDestination {
        let location = SourceLocation(file: file, line: position.line, column: position.column)
        let written = String(decoding: destination, as: UTF8.self)
        return links.resolve(written, isImage: isImage, at: location)
    }

    mutating func didWrite(_ heading: RenderedHeading, in document: Document, output: [UInt8]) {
        let anchor = String(decoding: heading.anchor, as: UTF8.self)
        let html = Array(output[heading.html])
        headings.append(PageHeading(level: heading.level, anchor: anchor, html: html, isNested: directiveDepth > 0))
        renderedHeadings.append(heading)
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
        directiveDepth += 1
        defer { directiveDepth -= 1 }
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

    /// The glossary's terms, without the page's own.
    fileprivate func definitions(from source: CardSource) -> [Definition] {
        switch source {
        case .glossary:
            let terms = glossary?.explained.filter { $0.key != links.address.key } ?? []
            return terms.map { term in
                let way = RelativePath.from(links.address.key, to: term.key + ".html")
                return Definition(term: term.title, meaning: term.meaning, url: Array(URLPath.encoded(way).utf8))
            }
        case .facts:
            let way = RelativePath.from(links.address.key, to: SpecialPage.facts)
            return links.index.facts.all.compactMap { fact in
                fact.text(in: language).map {
                    Definition(term: fact.label[language], meaning: $0, url: Array((way + "#" + fact.name).utf8))
                }
            }
        }
    }

    fileprivate func page(linkedAs destination: String) -> LinkedPage? {
        guard let page = links.page(destination) else { return nil }
        // A page that is not written in this language is the same module in another.
        let languages = links.index.pages[page.key] ?? []
        let language = languages.contains(links.address.language) ? links.address.language : languages.first
        let address = PageAddress(key: page.key, language: language ?? page.language)
        let path = address.outputPath(defaultLanguage: links.index.languages[0])
        return LinkedPage(key: path.removingSuffix(".html") ?? path, minutes: links.index.minutes[address])
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

    func definitions(from source: CardSource) -> [Definition] { context.definitions(from: source) }

    func page(linkedAs destination: String) -> LinkedPage? { context.page(linkedAs: destination) }

    mutating func announce(_ activity: Activity) { context.announce(activity) }

    mutating func heading(_ id: Document.NodeID, in document: Document) -> (html: [UInt8], anchor: String) {
        let html = html(of: id, in: document)
        return (html, context.headings.last?.anchor ?? "")
    }

    mutating func address(of destination: String, at location: SourceLocation) -> [UInt8] {
        switch context.links.resolve(destination, isImage: false, at: location) {
        case .asWritten: Array(destination.utf8)
        case .rewritten(let address): address
        case .dropped: []
        }
    }

    mutating func report(_ diagnostic: Diagnostic) { context.report(diagnostic) }
}

import Diagnostics
import HTMLEscaping
import Markdown
import SearchCore
import SiteModel
import Theming

/// Makes pages of their sources: parses the body, renders it, collects what search and checks need. One for each thread.
struct PageAssembler {
    struct Result {
        var page: Page
        var sections: [SearchSection]
        var diagnostics: [Diagnostic]
    }

    private let index: ContentIndex
    private var options: HTMLOptions
    private let words: [String: HTMLWords]
    private let plainText = PlainTextRenderer()
    private let theme: Theme
    private let anchors: AnchorGenerator
    private var parser = MarkdownParser(options: .site)
    /// Where a body is written before its length is known: pages are kept, and have no room to spare.
    private var scratch: [UInt8] = []

    init(index: ContentIndex, configuration: SiteConfiguration, theme: Theme) {
        self.index = index
        self.theme = theme
        anchors = AnchorGenerator(reserved: theme.ids)
        var options = HTMLOptions.site
        if configuration.allowsRawHTML { options.rawHTML = .allow }
        self.options = options
        words = Dictionary(
            uniqueKeysWithValues: configuration.languages.map { ($0, Self.words(theme.strings(for: $0))) })
    }

    private static func words(_ strings: [String: String]) -> HTMLWords {
        var words = HTMLWords()
        words.table = strings["table"] ?? words.table
        words.footnotes = strings["footnotes"] ?? words.footnotes
        words.backToText = strings["back_to_text"] ?? words.backToText
        words.taskDone = strings["task_done"] ?? words.taskDone
        words.taskOpen = strings["task_open"] ?? words.taskOpen
        return words
    }

    mutating func assemble(_ source: PageSource) -> Result {
        var diagnostics = source.diagnostics
        options.words = words[source.address.language] ?? HTMLWords()
        var expansion = PageExpansion(file: source.contentFile, language: source.address.language, index: index)
        var document = source.bytes.withUnsafeBufferPointer {
            parser.parse(
                UnsafeBufferPointer(rebasing: $0[source.body]), file: source.file, firstLine: source.bodyLine,
                diagnostics: &diagnostics)
        }
        expansion.expand(&document, file: source.file)
        let titleNode = titleHeading(of: document, title: source.metadata.title)
        var context = BodyContext(
            links: LinkResolver(address: source.address, file: source.file, index: index), theme: theme)
        var renderer = HTMLRenderer<BodyContext>(options: options)
        renderer.anchors = anchors
        var body = PageBody()
        scratch.removeAll(keepingCapacity: true)
        for child in document.children(of: document.root) where child != titleNode {
            renderer.render(child, in: document, context: &context, to: &scratch)
        }
        body.html = scratch.withUnsafeBufferPointer { Array($0) }
        body.headings = context.headings
        body.anchors = body.headings.map(\.anchor).sorted()
        var splitter = SectionSplitter()
        splitter.split(document, skipping: titleNode, headings: context.renderedHeadings)
        body.wordCount = splitter.sections.reduce(0) { $0 + Self.words(in: $1.heading) + Self.words(in: $1.text) }
        renderMetadata(
            of: source, into: &body, context: &context, expansion: &expansion, sections: splitter.sections, &diagnostics
        )
        body.assets = context.assets
        body.activities = context.activities
        if !body.activities.isEmpty {
            var fingerprint = expansion.fingerprint
            fingerprint.add(source.bytes[source.body])
            body.version = fingerprint.text
        }
        body.facts = expansion.facts
        if !body.facts.isEmpty { FigureList(index: index, theme: theme, address: source.address).append(to: &body) }
        body.links = context.links.links
        body.files = context.links.files
        diagnostics += context.diagnostics + context.links.diagnostics + expansion.diagnostics
        let title =
            source.metadata.title ?? titleNode.map { text(of: $0, in: document) }
            ?? Self.title(fromName: source.address)
        let page = Page(
            address: source.address, sourcePath: source.file, metadata: source.metadata, type: source.type,
            title: title,
            body: body)
        return Result(page: page, sections: splitter.sections, diagnostics: diagnostics)
    }

    // MARK: Title

    /// The body's first heading where it is the page's title, which the page shows by itself.
    private func titleHeading(of document: Document, title: String?) -> Document.NodeID? {
        guard let first = document[document.root].firstChild, document[first].kind == .heading,
            document[first].level == 1
        else { return nil }
        let heading = text(of: first, in: document)
        return title == nil || title == heading ? first : nil
    }

    private func text(of node: Document.NodeID, in document: Document) -> String {
        var bytes: [UInt8] = []
        plainText.renderChildren(of: node, in: document, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func title(fromName address: PageAddress) -> String {
        let path = address.isIndex ? address.folder : address.key
        let name = path.split(separator: "/").last.map(String.init) ?? "index"
        let words = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    // MARK: Summary, answer and fields: inline Markdown of the front matter

    private mutating func renderMetadata(
        of source: PageSource, into body: inout PageBody, context: inout BodyContext, expansion: inout PageExpansion,
        sections: [SearchSection], _ diagnostics: inout [Diagnostic]
    ) {
        if let summary = source.metadata.summary {
            let place = source.metadata.summaryLocation ?? SourceLocation(file: source.file, line: 1, column: 1)
            let rendered = inline(summary, at: place, &context, &expansion, &diagnostics)
            body.summaryHTML = rendered.html
            body.description = rendered.text
        } else {
            body.description = Self.beginning(of: sections.first { !$0.text.isEmpty }?.text ?? [])
        }
        for (part, text) in source.metadata.answer?.parts ?? [] {
            let rendered = inline(text.value, at: text.location, &context, &expansion, &diagnostics)
            body.answer.append(AnswerPart(part: part, html: rendered.html, text: rendered.text))
        }
        for value in source.metadata.fields where value.field.isShown {
            let html =
                date(value, language: source.address.language)
                ?? inline(value.text, at: value.location, &context, &expansion, &diagnostics).html
            body.fields.append((value.field.label, html))
        }
    }

    /// A date as people write it in the page's language; nil when the field is not one.
    private func date(_ value: FieldValue, language: String) -> [UInt8]? {
        guard value.field.kind == .date, let day = CalendarDay(value.text) else { return nil }
        var html = Array("<time datetime=\"\(day.iso)\">".utf8)
        let interface = Interface(language: language, strings: theme.strings(for: language))
        appendEscapedHTML(interface.text(day), .all, to: &html)
        return html + Array("</time>".utf8)
    }

    /// Renders a value as a text of its own. What is wrong in it is reported where it begins: escapes and folded lines
    /// leave no way back to its lines and columns.
    private mutating func inline(
        _ text: String, at location: SourceLocation, _ context: inout BodyContext, _ expansion: inout PageExpansion,
        _ diagnostics: inout [Diagnostic]
    ) -> (html: [UInt8], text: String) {
        let (before, expansionBefore, contextBefore) = (diagnostics.count, expansion.found, context.found)
        defer {
            diagnostics.place(from: before, at: location)
            expansion.place(from: expansionBefore, at: location)
            context.place(from: contextBefore, at: location)
        }
        var document = parser.parse(text, file: location.file, firstLine: location.line, diagnostics: &diagnostics)
        expansion.expand(&document, file: location.file)
        var html: [UInt8] = []
        var renderer = HTMLRenderer<BodyContext>(options: options)
        let blocks = Array(document.children(of: document.root))
        if blocks.count == 1, document[blocks[0]].kind == .paragraph {
            renderer.renderChildren(of: blocks[0], in: document, context: &context, to: &html)
        } else {
            renderer.render(document, context: &context, to: &html)
        }
        let plain = plainText.text(of: document)
        return (html, plain.hasSuffix("\n") ? String(plain.dropLast()) : plain)
    }

    /// At most some 160 bytes, cut at a word.
    private static func beginning(of text: [UInt8]) -> String {
        let limit = 160
        let start = text.prefix(4 * limit).drop { $0 <= 0x20 }
        var flat = start.prefix(limit).map { $0 < 0x20 ? 0x20 : $0 }
        let isCut = start.count > limit
        if isCut, let end = flat.lastIndex(of: 0x20) { flat.removeLast(flat.count - end) }
        while flat.last == 0x20 { flat.removeLast() }
        return String(decoding: flat, as: UTF8.self) + (isCut ? "…" : "")
    }

    /// Counts the bytes that begin a word: 16 at a time, each beside the one before it.
    private static func words(in text: [UInt8]) -> Int {
        text.withUnsafeBytes { text in
            guard let start = text.baseAddress, let first = text.first else { return 0 }
            var (count, place) = (first > 0x20 ? 1 : 0, 1)
            let ones: UInt64 = 0x0101_0101_0101_0101
            while place + 16 <= text.count {
                let (before, here) = (blanks(at: start + place - 1), blanks(at: start + place))
                let begins = (before[0] & ~here[0] & ones) + (before[1] & ~here[1] & ones)
                count += Int((begins &* ones) >> 56)
                place += 16
            }
            while place < text.count {
                if text[place] > 0x20, text[place - 1] <= 0x20 { count += 1 }
                place += 1
            }
            return count
        }
    }

    /// Of 16 bytes, all bits of those that are not of a word.
    @inline(__always)
    private static func blanks(at start: UnsafeRawPointer) -> SIMD2<UInt64> {
        let bytes = start.loadUnaligned(as: Block.self)
        let isControl = bytes & Block(repeating: 0xE0) .== Block(repeating: 0)
        return unsafeBitCast(isControl .| (bytes .== Block(repeating: 0x20)), to: SIMD2<UInt64>.self)
    }

    private typealias Block = SIMD16<UInt8>
}

import Diagnostics
import Directives
import Markdown
import SiteModel

/// What directives may ask of the site before a page is rendered: its variables and its other files.
struct PageExpansion: ExpansionScope {
    private let index: ContentIndex
    private let language: String
    /// Files that are being read, the page's own first: an include of one of them is a cycle.
    private var stack: [String]
    private(set) var diagnostics: [Diagnostic] = []
    /// Of what was put into the page: the texts of other files, the values of variables and
    /// figures.
    private(set) var fingerprint = Fingerprint()
    /// Names of the figures that are quoted, each where it is so first.
    private(set) var facts: [Located<String>] = []

    /// - Parameter file: the page's, in the content folder.
    init(file: String, language: String, index: ContentIndex) {
        self.index = index
        self.language = language
        stack = [file]
    }

    /// Checks the document's directives and puts in what they stand for.
    mutating func expand(_ document: inout Document, file: String) {
        var expander = DirectiveExpander(file: file)
        expander.expand(&document, &self)
        diagnostics += expander.diagnostics
    }

    mutating func variable(_ name: String) -> String? {
        let value = index.variables[name]?[language]
        if let value { fingerprint.add(value.utf8) }
        return value
    }

    var variableNames: [String] { index.variables.keys.sorted() }

    mutating func figure(_ name: String, asWords: Bool, at location: SourceLocation) -> Figure? {
        guard let fact = index.facts[name] else { return nil }
        if !facts.contains(where: { $0.value == name }) { facts.append(Located(name, at: location)) }
        let text = fact.text(in: language, asWords: asWords)
        if let text { fingerprint.add(text.utf8) }
        if let text { fingerprint.add(text.utf8) }
        return Figure(text: text, source: fact.source, anchor: FigureList.anchor(of: name))
    }

    var figureNames: [String] { index.facts.all.map(\.name) }

    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    mutating func include(_ path: String, at location: SourceLocation) -> Document? {
        guard let target = RelativePath.resolve(path, in: RelativePath.folder(of: stack[stack.count - 1])) else {
            report(Diagnostic("include-outside", .error, "the file lies outside the site: \(path)", at: location))
            return nil
        }
        guard let source = index.includable[target] else {
            let meant = closestMatch(to: target, in: index.includable.keys.sorted())
            report(
                Diagnostic(
                    "broken-include", .error, "there is no Markdown file \(path)", at: location,
                    help: meant.map { "did you mean \(RelativePath.from(stack[stack.count - 1], to: $0))?" }))
            return nil
        }
        if let stem = target.removingSuffix(".md"), index.drafts.contains(stem) {
            report(
                Diagnostic(
                    "include-of-draft", .error, "the file is a page that is a draft: \(path)", at: location,
                    help: "publish it, or build with --drafts"))
            return nil
        }
        guard !stack.contains(target), stack.count < Self.deepest else {
            report(
                Diagnostic(
                    "include-cycle", .error, "this file would be included in itself: \(path)", at: location,
                    help: (stack + [target]).joined(separator: " → ")))
            return nil
        }
        guard let bytes = text(of: source.path, path, at: location) else { return nil }
        stack.append(target)
        defer { stack.removeLast() }
        let split = bytes.withUnsafeBufferPointer(FrontMatter.split)
        fingerprint.add(bytes[split.body])
        var parser = MarkdownParser(options: .site)
        var document = parser.parse(
            Array(bytes[split.body]), file: source.display, firstLine: split.bodyLine, diagnostics: &diagnostics)
        expand(&document, file: source.display)
        return document
    }

    /// The file's text, within what one page may include: a few files can stand for billions.
    private mutating func text(of file: String, _ path: String, at location: SourceLocation) -> [UInt8]? {
        guard allowance > 0 else { return nil }
        guard let bytes = try? FileSystem.read(file, atMost: Self.largest) else {
            report(Diagnostic("broken-include", .error, "the file cannot be read: \(path)", at: location))
            return nil
        }
        allowance -= bytes.count + 4096
        if allowance <= 0 {
            report(
                Diagnostic(
                    "too-many-includes", .error, "the page includes more than a page can hold", at: location,
                    help: "link to the file instead"))
            return nil
        }
        guard bytes.withUnsafeBufferPointer(UTF8Check.firstFault) == nil else {
            report(
                Diagnostic(
                    "not-utf8", .error, "this is not UTF-8 text: \(path)", at: location, help: "save the file as UTF-8")
            )
            return nil
        }
        return bytes
    }

    /// How much was found so far.
    var found: (diagnostics: Int, facts: Int) { (diagnostics.count, facts.count) }

    /// Says where what was found since then stands.
    mutating func place(from start: (diagnostics: Int, facts: Int), at location: SourceLocation) {
        diagnostics.place(from: start.diagnostics, at: location)
        for index in facts.indices.dropFirst(start.facts) where facts[index].location.file == location.file {
            facts[index].location = location
        }
    }

    private static let deepest = 16
    private static let largest = 4 << 20
    /// Bytes that the page may still include, each file costing a little besides.
    private var allowance = Self.largest
}

public import Diagnostics
public import Markdown
public import SiteModel

/// One use of a directive in a document, its arguments checked.
public struct DirectiveUse: Sendable {
    public var node: Document.NodeID
    public var name: String
    /// By name; only those that were written and are valid.
    public var arguments: [String: String]
    public var location: SourceLocation

    public func number(_ name: String) -> Int? { arguments[name].flatMap { Int($0) } }

    public func boolean(_ name: String) -> Bool? { arguments[name].map { $0 == "true" } }

    /// The label as plain text, empty when there is none.
    public func labelText(in document: Document) -> String {
        guard let first = document[node].firstChild, document[first].kind == .directiveLabel else { return "" }
        return document.plainText(below: first)
    }
}

/// What a directive may ask for, and change, before the document is rendered.
public protocol ExpansionScope {
    /// The text of a variable of the site, and the names of all.
    mutating func variable(_ name: String) -> String?
    var variableNames: [String] { get }
    /// The figure of a name, noted as used; nil when the site declares none.
    mutating func figure(_ name: String, asWords: Bool, at location: SourceLocation) -> Figure?
    var figureNames: [String] { get }
    /// The document of another file of the site, expanded itself; what is wrong is reported by the scope.
    mutating func include(_ path: String, at location: SourceLocation) -> Document?
    mutating func report(_ diagnostic: Diagnostic)
}

/// A figure that the site declares, as the reader of a page sees it.
public struct Figure: Sendable {
    /// With its unit; nil where it was asked for in words and has none.
    public var text: String?
    public var source: String
    /// In the page: where it says what the figure rests on.
    public var anchor: String

    public init(text: String?, source: String, anchor: String) {
        self.text = text
        self.source = source
        self.anchor = anchor
    }
}

/// What a directive may ask for while its page is rendered.
public protocol RenderingScope {
    /// HTML of everything below a node.
    mutating func html(below id: Document.NodeID, in document: Document) -> [UInt8]
    /// HTML of a node and everything below it.
    mutating func html(of id: Document.NodeID, in document: Document) -> [UInt8]
    /// The file that is being rendered, as diagnostics name it.
    var file: String { get }
    /// Does something as in an included file, whose links are relative to it.
    /// - Parameter path: the way to it from the file that is being rendered; nil for that file itself.
    mutating func reading<Result>(_ path: String?, _ body: (inout Self) -> Result) -> Result
    /// An address inside the page that no heading and no other directive has: `quiz.1`, then `quiz.2`.
    mutating func uniqueID(_ kind: String) -> String
    /// What flash cards are drawn from, in the order of their terms.
    func definitions(from source: CardSource) -> [Definition]
    /// The page that a link's destination leads to; nil where it leads to none, which rendering the link reports.
    func page(linkedAs destination: String) -> LinkedPage?
    /// Makes known to the whole site what a learner can do here.
    mutating func announce(_ activity: Activity)
    /// HTML of a heading, and its address on the page, without `#`.
    mutating func heading(_ id: Document.NodeID, in document: Document) -> (html: [UInt8], anchor: String)
    /// What to write for a link's destination; one that leads nowhere is reported.
    mutating func address(of destination: String, at location: SourceLocation) -> [UInt8]
    mutating func report(_ diagnostic: Diagnostic)
}

extension RenderingScope {
    /// Reports a mistake in something that stands inside a directive.
    mutating func report(
        _ id: String, _ message: String, on node: Document.NodeID, in document: Document, help: String
    ) {
        report(Diagnostic(id, .error, message, at: document.location(of: node, in: file), help: help))
    }

    /// Inline HTML of the label, empty when there is none.
    public mutating func label(of use: DirectiveUse, in document: Document) -> [UInt8] {
        guard let first = document[use.node].firstChild, document[first].kind == .directiveLabel else { return [] }
        return html(below: first, in: document)
    }

    /// HTML of what stands between the directive's lines or brackets, without the label.
    public mutating func body(of use: DirectiveUse, in document: Document) -> [UInt8] {
        var html: [UInt8] = []
        for child in document.children(of: use.node) where document[child].kind != .directiveLabel {
            html += self.html(of: child, in: document)
        }
        return html
    }
}

/// What is known of another page while a page is rendered.
public struct LinkedPage: Sendable {
    /// Under which a learner's browser keeps what is done there.
    public var key: String
    /// How long it takes, where the page says so.
    public var minutes: Int?

    public init(key: String, minutes: Int?) {
        self.key = key
        self.minutes = minutes
    }
}

public import Markdown
public import Theming

/// What one directive is called, takes and becomes. A new one is a file in `Catalog` and a line in `DirectiveRegistry`.
public protocol Directive: Sendable {
    static var name: String { get }
    /// One sentence, for the documentation.
    static var purpose: String { get }
    static var placement: DirectivePlacement { get }
    static var label: LabelRule { get }
    static var arguments: [ArgumentRule] { get }
    /// Scripts and style sheets of the theme that pages with it need, in the order in which they are loaded; `{lang}`
    /// stands for the language of the interface. Pages without it do not load them.
    static var assets: [String] { get }
    /// Whether the site may make links of words inside it: not where a click chooses or turns something.
    static var takesLinks: Bool { get }
    /// Run as tests, and shown as documentation.
    static var examples: [DirectiveExample] { get }

    /// Changes the document before it is searched and rendered: puts in what the directive stands for.
    static func expand(_ use: DirectiveUse, in document: inout Document, _ scope: inout some ExpansionScope)

    /// What the theme's template `directives/NAME` is given.
    static func values(
        _ use: DirectiveUse, in document: Document, _ scope: inout some RenderingScope
    ) -> TemplateValues
}

extension Directive {
    public static var label: LabelRule { .none }
    public static var arguments: [ArgumentRule] { [] }
    public static var assets: [String] { [] }
    public static var takesLinks: Bool { true }

    public static func expand(_ use: DirectiveUse, in document: inout Document, _ scope: inout some ExpansionScope) {}

    public static func values(
        _ use: DirectiveUse, in document: Document, _ scope: inout some RenderingScope
    ) -> TemplateValues {
        ["label": .html(scope.label(of: use, in: document)), "body": .html(scope.body(of: use, in: document))]
    }
}

public enum DirectivePlacement: String, Sendable {
    /// `:::name` … `:::`
    case block
    /// `:name[…]`
    case inline
}

public enum LabelRule: Sendable {
    case none, optional, required
}

/// An argument in braces: `{name=value}`.
public struct ArgumentRule: Sendable {
    public enum Kind: Sendable, Equatable {
        case text
        case number(ClosedRange<Int>)
        case boolean
        case choice([String])
    }

    public var name: String
    public var kind: Kind
    public var isRequired: Bool
    /// One sentence, for the documentation.
    public var purpose: String

    public init(_ name: String, _ kind: Kind, required: Bool = false, purpose: String) {
        self.name = name
        self.kind = kind
        isRequired = required
        self.purpose = purpose
    }
}

/// Markdown and the HTML that the default theme makes of it.
public struct DirectiveExample: Sendable {
    public var markdown: String
    public var html: String

    public init(_ markdown: String, html: String) {
        self.markdown = markdown
        self.html = html
    }
}

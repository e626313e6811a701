extension Document {
    public enum Kind: UInt8, Sendable {
        case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
        case table, tableRow, tableCell, footnoteDefinition
        /// `:::name [label]{arguments}` … `:::`: `text` is the name, `extra` the arguments without their braces. A label
        /// is its first child, a `directiveLabel`.
        case directive, directiveLabel
        case text, softBreak, lineBreak, code, html, emphasis, strong, strikethrough, link, image, footnoteReference
        /// `:name[text]{arguments}`: `text` is the name, `extra` the arguments; the children are what stands in brackets.
        case inlineDirective

        var isInline: Bool { rawValue >= Kind.text.rawValue }
        var holdsInlines: Bool {
            self == .paragraph || self == .heading || self == .tableCell || self == .directiveLabel
        }
    }

    public struct Flags: OptionSet, Sendable {
        public let rawValue: UInt16

        public init(rawValue: UInt16) {
            self.rawValue = rawValue
        }

        /// A list without blank lines between its items: its paragraphs are written without `<p>`.
        public static let tight = Flags(rawValue: 1)
        public static let ordered = Flags(rawValue: 2)
        /// An item that begins with `[ ]` or `[x]`.
        public static let task = Flags(rawValue: 4)
        public static let done = Flags(rawValue: 8)
        /// A table's first row, and its cells.
        public static let header = Flags(rawValue: 16)
        /// A link that was written as a bare address.
        public static let autolink = Flags(rawValue: 32)
        /// A directive with `{}`: its arguments may still be empty.
        public static let hasArguments = Flags(rawValue: 64)
        /// A paragraph of a tight list or the like, which is written without `<p>`.
        public static let bare = Flags(rawValue: 128)
        /// The first footnote of a list of them.
        public static let firstNote = Flags(rawValue: 1024)
        /// A footnote whose number is not the one after that of the footnote before it.
        public static let jumps = Flags(rawValue: 2048)
        /// Stands in the text of a link: an address in it cannot be a link of its own.
        static let insideLink = Flags(rawValue: 256)
        /// Left out of plain text, and so of search: what is told only after an answer.
        public static let unsearched = Flags(rawValue: 1024)
        /// A directive that has become the container it is.
        static let folded = Flags(rawValue: 512)
    }

    public enum Alignment: UInt8, Sendable {
        case none, left, center, right
    }

    /// One node, 52 bytes. What its ranges mean depends on `kind`.
    public struct Node: Sendable {
        public internal(set) var kind: Kind
        public internal(set) var flags: Flags = []
        /// A heading's level, a cell's alignment (see `alignment`), a directive's number of colons.
        public internal(set) var level: UInt16 = 0
        /// An ordered list's first number; a footnote's number (definition, reference).
        public internal(set) var number: Int32 = 0
        var parentIndex: Int32 = -1
        var firstIndex: Int32 = -1
        var lastIndex: Int32 = -1
        var nextIndex: Int32 = -1
        var textStart: Int32 = 0
        var textEnd: Int32 = 0
        var extraStart: Int32 = 0
        var extraEnd: Int32 = 0
        /// 1-based line of the file; 0 when unknown.
        public internal(set) var line: Int32 = 0
        /// 1-based column in characters; 0 when unknown.
        public internal(set) var column: Int32 = 0

        init(_ kind: Kind) {
            self.kind = kind
        }
    }
}

extension Document.Node {
    public typealias NodeID = Document.NodeID

    /// Literal text, code, raw HTML, a link's destination, a directive's name, a footnote's label.
    public var text: Range<Int32> { textStart..<textEnd }
    /// A link's title, a code block's info string, a directive's arguments, those of a heading once they are lifted.
    public var extra: Range<Int32> { extraStart..<extraEnd }

    public var parent: NodeID? { id(parentIndex) }
    public var firstChild: NodeID? { id(firstIndex) }
    public var lastChild: NodeID? { id(lastIndex) }
    public var next: NodeID? { id(nextIndex) }

    public var alignment: Document.Alignment { Document.Alignment(rawValue: UInt8(level & 3)) ?? .none }
    /// How often a footnote is referred to (definition), or which of these this one is, from 1 (reference).
    public var occurrence: Int { Int(level) }

    private func id(_ index: Int32) -> NodeID? { index < 0 ? nil : NodeID(index: index) }
}

/// Finds the lines and columns of links, images, inline directives and footnote references.
///
/// libcmark loses count inside containers and after constructs of several lines. So its claim is checked against the
/// source, and where it is wrong the sign is looked for, from the last one that was found on.
struct InlineLocator {
    private let text: UnsafeBufferPointer<UInt8>
    private let lines: SourceLines
    private let shift: Int
    /// Bytes that may be searched in one document, so that a page made to be slow is not.
    private var budget = 1 << 20
    /// Where the last one was found, as a byte of the source.
    private var last = 0
    /// The line that was claimed for it.
    private var lastClaim = 0
    /// Where columns were counted last.
    private var counted = (line: 0, byte: 0, column: 0)

    init(_ prepared: PreparedSource, firstLine: Int) {
        text = prepared.original
        lines = prepared.originalLines
        shift = firstLine - 1
    }

    consuming func locate(in builder: inout TreeBuilder) {
        var locator = self
        for index in builder.nodes.indices {
            switch builder.nodes[index].kind {
            case .link, .image, .inlineDirective, .footnoteReference: locator.locate(index, in: &builder)
            default: break
            }
        }
    }

    private mutating func locate(_ index: Int, in builder: inout TreeBuilder) {
        let node = builder.nodes[index]
        let line = Int(node.line) - shift
        guard line >= 1 else { return }
        let range = lines.range(of: line)
        // Nodes do not stand in the order of the text throughout: cells come after everything else.
        if line < lastClaim { last = 0 }
        lastClaim = line
        let sign = Sign(of: node, in: builder)
        let claimed = range.lowerBound + Int(node.column) - 1
        var found: Int? = range.contains(claimed) && sign.matches(text, at: claimed) ? claimed : nil
        if found == nil { found = search(sign, from: last > range.lowerBound ? last + 1 : range.lowerBound) }
        guard let found else { return }
        last = found
        setPosition(of: index, to: found, from: line, in: &builder)
    }

    private mutating func search(_ sign: Sign, from start: Int) -> Int? {
        let end = min(text.count, start + min(budget, 1 << 16))
        var position = start
        defer { budget -= position - start }
        while position < end {
            // A blank line ends every inline.
            if text[position] == UInt8(ascii: "\n"), text.has(UInt8(ascii: "\n"), at: position + 1) { return nil }
            if sign.matches(text, at: position) { return position }
            position += 1
        }
        return nil
    }

    private mutating func setPosition(of index: Int, to byte: Int, from line: Int, in builder: inout TreeBuilder) {
        var line = line
        while line < lines.count, byte >= lines.range(of: line).upperBound { line += 1 }
        while line > 1, byte < lines.range(of: line).lowerBound { line -= 1 }
        if counted.line != line || counted.byte > byte { counted = (line, lines.range(of: line).lowerBound, 1) }
        for position in counted.byte..<byte where !text[position].isUTF8Continuation { counted.column += 1 }
        counted.byte = byte
        builder.nodes[index].line = Int32(truncatingIfNeeded: line + shift)
        builder.nodes[index].column = Int32(truncatingIfNeeded: counted.column)
    }
}

/// What an inline begins with in the source.
private struct Sign {
    private var first: UInt8
    private var second: UInt8?
    private var text: ArraySlice<UInt8>

    init(of node: Document.Node, in builder: TreeBuilder) {
        switch node.kind {
        case .inlineDirective:
            (first, second) = (UInt8(ascii: ":"), nil)
            text = builder.bytes[Int(node.textStart)..<Int(node.textEnd)]
        case .footnoteReference:
            (first, second) = (UInt8(ascii: "["), UInt8(ascii: "^"))
            text = builder.bytes[Int(node.textStart)..<Int(node.textEnd)]
        case .image:
            (first, second) = (UInt8(ascii: "!"), UInt8(ascii: "["))
            text = Sign.plainStart(of: node, in: builder)
        default:
            (first, second) = (UInt8(ascii: "["), nil)
            text = Sign.plainStart(of: node, in: builder)
            if node.flags.contains(.autolink) {
                first = text.popFirst() ?? 0
            }
        }
    }

    /// The first letters of a link's text, as far as they must stand in the source as they are.
    private static func plainStart(of node: Document.Node, in builder: TreeBuilder) -> ArraySlice<UInt8> {
        guard node.firstIndex >= 0 else { return [] }
        let child = builder.nodes[Int(node.firstIndex)]
        guard child.kind == .text else { return [] }
        let text = builder.bytes[Int(child.textStart)..<Int(child.textEnd)].prefix(24)
        return text.prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: " ") || $0 >= 0x80 && $0 != Substitute.lead }
    }

    func matches(_ source: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        let byte = source[position]
        // A link that is written as an address between angle brackets.
        let isAngle = byte == UInt8(ascii: "<") && first == UInt8(ascii: "[") && second == nil
        guard byte == first || isAngle else { return false }
        var next = position + 1
        if let second {
            guard source.has(second, at: next) else { return false }
            next += 1
        }
        guard next + text.count <= source.count else { return false }
        return source[next..<next + text.count].elementsEqual(text)
    }
}

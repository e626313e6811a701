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
        builder.bytes.withUnsafeBufferPointer { bytes in
            builder.nodes.withUnsafeMutableBufferPointer { nodes in
                for index in nodes.indices {
                    switch nodes[index].kind {
                    case .link, .image:
                        // libcmark names the line on which the text ends.
                        if nodes[index].line > 0 { nodes[index].line -= Self.lineEnds(in: nodes[index], nodes) }
                        locator.locate(&nodes[index], by: Sign(of: nodes[index], in: nodes, bytes))
                    case .inlineDirective, .footnoteReference:
                        locator.locate(&nodes[index], by: Sign(of: nodes[index], in: nodes, bytes))
                    default: break
                    }
                }
            }
        }
    }

    private static func lineEnds(
        in node: Document.Node, _ nodes: UnsafeMutableBufferPointer<Document.Node>
    ) -> Int32 {
        var count: Int32 = 0
        var child = node.firstIndex
        while child >= 0 {
            let kind = nodes[Int(child)].kind
            if kind == .softBreak || kind == .lineBreak { count += 1 }
            child = nodes[Int(child)].nextIndex
        }
        return count
    }

    private mutating func locate(_ node: inout Document.Node, by sign: Sign) {
        let line = Int(node.line) - shift
        guard line >= 1 else { return }
        let range = lines.range(of: line)
        // Nodes do not stand in the order of the text throughout: cells come after everything else.
        if line < lastClaim { last = 0 }
        lastClaim = line
        let claimed = range.lowerBound + Int(node.column) - 1
        var found: Int? = range.contains(claimed) && sign.matches(text, at: claimed) ? claimed : nil
        if found == nil { found = search(sign, from: last > range.lowerBound ? last + 1 : range.lowerBound) }
        guard let found else { return }
        last = found
        setPosition(of: &node, to: found, from: line)
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

    private mutating func setPosition(of node: inout Document.Node, to byte: Int, from line: Int) {
        var line = line
        while line < lines.count, byte >= lines.range(of: line).upperBound { line += 1 }
        while line > 1, byte < lines.range(of: line).lowerBound { line -= 1 }
        if counted.line != line || counted.byte > byte { counted = (line, lines.range(of: line).lowerBound, 1) }
        counted.column += text.characterCount(in: counted.byte..<byte)
        counted.byte = byte
        node.line = Int32(truncatingIfNeeded: line + shift)
        node.column = Int32(truncatingIfNeeded: counted.column)
    }
}

/// What an inline begins with in the source.
private struct Sign {
    private var first: UInt8
    private var second: UInt8?
    private var text: UnsafeBufferPointer<UInt8>

    init(
        of node: Document.Node, in nodes: UnsafeMutableBufferPointer<Document.Node>, _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        switch node.kind {
        case .inlineDirective:
            (first, second) = (UInt8(ascii: ":"), nil)
            text = bytes.slice(Int(node.textStart)..<Int(node.textEnd))
        case .footnoteReference:
            (first, second) = (UInt8(ascii: "["), UInt8(ascii: "^"))
            text = bytes.slice(Int(node.textStart)..<Int(node.textEnd))
        case .image:
            (first, second) = (UInt8(ascii: "!"), UInt8(ascii: "["))
            text = Sign.plainStart(of: node, in: nodes, bytes)
        default:
            (first, second) = (UInt8(ascii: "["), nil)
            text = Sign.plainStart(of: node, in: nodes, bytes)
            if node.flags.contains(.autolink) {
                first = text.first ?? 0
                text = UnsafeBufferPointer(rebasing: text.dropFirst())
            }
        }
    }

    /// The first letters of a link's text, as far as they must stand in the source as they are.
    private static func plainStart(
        of node: Document.Node, in nodes: UnsafeMutableBufferPointer<Document.Node>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        guard node.firstIndex >= 0, nodes[Int(node.firstIndex)].kind == .text else { return bytes.slice(0..<0) }
        let range = nodes[Int(node.firstIndex)].text
        let text = bytes.slice(Int(range.lowerBound)..<min(Int(range.upperBound), Int(range.lowerBound) + 24))
        let end = text.firstIndex {
            !($0.isASCIIAlphanumeric || $0 == UInt8(ascii: " ") || $0 >= 0x80 && $0 != Substitute.lead)
        }
        return text.slice(0..<(end ?? text.count))
    }

    func matches(_ source: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        let byte = source[position]
        // A link that is written as an address between angle brackets.
        let isAngle = byte == UInt8(ascii: "<") && first == UInt8(ascii: "[") && second == nil
        guard byte == first || isAngle else { return false }
        guard let second else { return source.has(text, at: position + 1) }
        return source.has(second, at: position + 1) && source.has(text, at: position + 2)
    }
}

/// Finds `~~text~~` among the children of one node.
///
/// Runs of exactly two tildes, by the rules of emphasis: the first must not be followed by white space, the second not
/// be preceded by it. A single tilde means "about" more often than anything else.
struct StrikethroughReader {
    private var openings: [TreeBuilder.TextPosition] = []

    mutating func read(_ parent: TreeBuilder.Index, in builder: inout TreeBuilder) {
        openings.removeAll(keepingCapacity: true)
        var previous: TreeBuilder.Index = -1
        var child = builder.nodes[Int(parent)].firstIndex
        var hasFound = false
        while child >= 0 {
            if builder.nodes[Int(child)].kind == .text {
                let last = scan(child, after: previous, parent, in: &builder)
                hasFound = hasFound || last != child
                child = last
            }
            previous = child
            child = builder.nodes[Int(child)].nextIndex
        }
        if hasFound { builder.removeEmptyTexts(in: parent) }
    }

    private mutating func scan(
        _ text: TreeBuilder.Index, after previous: TreeBuilder.Index, _ parent: TreeBuilder.Index,
        in builder: inout TreeBuilder
    ) -> TreeBuilder.Index {
        var text = text
        var previous = previous
        var position = builder.nodes[Int(text)].textStart
        while position < builder.nodes[Int(text)].textEnd {
            guard builder.bytes[Int(position)] == UInt8(ascii: "~") else {
                position += 1
                continue
            }
            let start = position
            while position < builder.nodes[Int(text)].textEnd, builder.bytes[Int(position)] == UInt8(ascii: "~") {
                position += 1
            }
            guard position - start == 2 else { continue }
            let before = neighbour(before: start, of: text, after: previous, in: builder)
            let after = neighbour(from: position, of: text, in: builder)
            if canClose(before, after), let opening = openings.popLast() {
                let strike = builder.add(.strikethrough, line: builder.nodes[Int(opening.node)].line)
                builder.nodes[Int(strike)].flags = builder.nodes[Int(text)].flags.intersection(.insideLink)
                text = builder.wrap(
                    in: strike, from: opening, opener: 2, to: .init(node: text, offset: start), closer: 2,
                    parent: parent)
                builder.removeEmptyTexts(in: strike)
                position = builder.nodes[Int(text)].textStart
                previous = strike
            } else if canClose(after, before) {
                openings.append(.init(node: text, offset: start))
            }
        }
        return text
    }

    private enum Neighbour {
        case space, punctuation, letter
    }

    /// Right-flanking; with its arguments exchanged, left-flanking.
    private func canClose(_ inside: Neighbour, _ outside: Neighbour) -> Bool {
        switch inside {
        case .space: false
        case .punctuation: outside != .letter
        case .letter: true
        }
    }

    private func neighbour(
        before position: Int32, of text: TreeBuilder.Index, after previous: TreeBuilder.Index, in builder: TreeBuilder
    ) -> Neighbour {
        if position > builder.nodes[Int(text)].textStart { return neighbour(builder.bytes[Int(position) - 1]) }
        return neighbour(previous, in: builder)
    }

    private func neighbour(from position: Int32, of text: TreeBuilder.Index, in builder: TreeBuilder) -> Neighbour {
        if position < builder.nodes[Int(text)].textEnd { return neighbour(builder.bytes[Int(position)]) }
        return neighbour(builder.nodes[Int(text)].nextIndex, in: builder)
    }

    private func neighbour(_ byte: UInt8) -> Neighbour {
        byte.isASCIIWhitespace ? .space : byte.isASCIIPunctuation ? .punctuation : .letter
    }

    /// The signs of other inlines are punctuation; outside the parent there is its own sign, or nothing.
    private func neighbour(_ index: TreeBuilder.Index, in builder: TreeBuilder) -> Neighbour {
        guard index >= 0 else { return .space }
        switch builder.nodes[Int(index)].kind {
        case .softBreak, .lineBreak: return .space
        default: return .punctuation
        }
    }
}

/// Makes links of addresses that stand bare in a text: `www.…`, `http://…`, `https://…`, `ftp://…`, `name@host`.
struct AutolinkReader {
    /// Where an address stands, and what a link to it begins with.
    private struct Match {
        var range: Range<Int>
        var scheme: StaticString
    }

    func read(_ text: TreeBuilder.Index, in builder: inout TreeBuilder) {
        let parent = builder.nodes[Int(text)].parentIndex
        guard parent >= 0 else { return }
        var text = text
        var start = Int(builder.nodes[Int(text)].textStart)
        // A text's first byte: what lies before it is not part of the text.
        let first = start
        while let match = next(in: builder, from: start, first: first, to: Int(builder.nodes[Int(text)].textEnd)) {
            let range = Int32(match.range.lowerBound)..<Int32(match.range.upperBound)
            let content = builder.addText(range, like: text)
            let link = builder.add(.link, line: builder.nodes[Int(content)].line)
            builder.nodes[Int(link)].column = builder.nodes[Int(content)].column
            builder.nodes[Int(link)].flags = [.autolink, .insideLink]
            builder.nodes[Int(content)].flags.insert(.insideLink)
            builder.nodes[Int(link)].setText(store(match, in: &builder))
            text = builder.replace(range, of: text, by: link, in: parent)
            builder.append(content, to: link)
            start = match.range.upperBound
        }
    }

    private func store(_ match: Match, in builder: inout TreeBuilder) -> Range<Int32> {
        let start = Int32(truncatingIfNeeded: builder.bytes.count)
        builder.bytes.append(match.scheme)
        let address = Array(builder.bytes[match.range])
        builder.bytes.append(contentsOf: address)
        return start..<Int32(truncatingIfNeeded: builder.bytes.count)
    }

    private func next(in builder: TreeBuilder, from start: Int, first: Int, to end: Int) -> Match? {
        builder.bytes.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[first..<end])
            guard let match = AutolinkReader.next(in: text, from: start - first) else { return nil }
            return Match(range: match.range.lowerBound + first..<match.range.upperBound + first, scheme: match.scheme)
        }
    }

    private static func next(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Match? {
        var position = start
        // Where the host ends that was last found wanting: all that begins inside it has the same end, and is too.
        var wanting = 0
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "w"), UInt8(ascii: "h"), UInt8(ascii: "f"):
                guard position >= wanting, let length = schemeLength(text, at: position) else { break }
                if let match = address(text, position, domain: position + length, &wanting) { return match }
            case UInt8(ascii: "@"):
                if let match = email(text, at: position, from: start) { return match }
            default: break
            }
            position += 1
        }
        return nil
    }

    /// Bytes before the host; 0 for `www.`, which is part of it.
    private static func schemeLength(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
        if text.has("www.", at: position) { return 0 }
        if text.has("http://", at: position) { return 7 }
        if text.has("https://", at: position) { return 8 }
        return text.has("ftp://", at: position) ? 6 : nil
    }

    /// An address can only begin a line, or follow white space or one of `*`, `_`, `~`, `(`.
    private static func address(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, domain: Int, _ wanting: inout Int
    ) -> Match? {
        if start > 0 {
            switch text[start - 1] {
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "("): break
            case let byte where byte.isASCIIWhitespace: break
            default: return nil
            }
        }
        let (host, isValid) = host(text, from: domain)
        guard isValid else {
            wanting = host
            return nil
        }
        var end = host
        while end < text.count, !text[end].isASCIIWhitespace, text[end] != UInt8(ascii: "<") { end += 1 }
        end = withoutTrailingPunctuation(text, from: start, to: end)
        return end > domain ? Match(range: start..<end, scheme: domain == start ? "http://" : "") : nil
    }

    /// Where a host ends, and whether it is one: segments of letters, digits, `_` and `-` with periods between them, no
    /// `_` in the last two.
    private static func host(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, isValid: Bool) {
        var position = start
        var periods = 0
        var underscores = (last: 0, beforeLast: 0)
        while position < text.count {
            let byte = text[position]
            if byte == UInt8(ascii: ".") {
                // One at the end of the text separates nothing.
                if position + 1 < text.count { periods += 1 }
                underscores = (0, underscores.last)
            } else if byte == UInt8(ascii: "_") {
                underscores.last += 1
            } else if !(byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte >= 0x80) {
                break
            }
            position += 1
        }
        return (position, position > start && periods > 0 && underscores == (0, 0))
    }

    private static func withoutTrailingPunctuation(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int)
        -> Int
    {
        var end = end
        // Counted once, then kept true while characters are cut off.
        var surplus = 0
        for position in start..<end {
            if text[position] == UInt8(ascii: "(") { surplus -= 1 }
            if text[position] == UInt8(ascii: ")") { surplus += 1 }
        }
        while end > start {
            switch text[end - 1] {
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
                UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "\""), UInt8(ascii: "'"):
                end -= 1
            case UInt8(ascii: ")") where surplus > 0:
                surplus -= 1
                end -= 1
            case UInt8(ascii: ";"):
                end = startOfEntity(text, from: start, endingAt: end - 1) ?? end - 1
            default:
                return end
            }
        }
        return end
    }

    /// The `&` of something like `&hl;`, whose semicolon stands at `semicolon`.
    private static func startOfEntity(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, endingAt semicolon: Int
    ) -> Int? {
        var position = semicolon - 1
        while position > start, text[position].isASCIIAlphanumeric { position -= 1 }
        return position < semicolon - 1 && text[position] == UInt8(ascii: "&") ? position : nil
    }

    private static func email(_ text: UnsafeBufferPointer<UInt8>, at sign: Int, from limit: Int) -> Match? {
        var start = sign
        while start > limit, isLocalPart(text[start - 1]) { start -= 1 }
        guard start < sign else { return nil }
        var end = sign + 1
        var periods = 0
        while end < text.count {
            let byte = text[end]
            if byte == UInt8(ascii: "."), end + 1 < text.count, text[end + 1].isASCIIAlphanumeric {
                periods += 1
            } else if !(byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")) {
                break
            }
            end += 1
        }
        guard periods > 0, text[end - 1].isASCIIAlphanumeric else { return nil }
        if end < text.count, text[end] == UInt8(ascii: "+") { return nil }
        return Match(range: start..<end, scheme: "mailto:")
    }

    private static func isLocalPart(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
    }
}

/// The parts of `:::name [label]{arguments}`.
struct DirectiveLine {
    var colons: Int
    var name: Range<Int>
    var label: Range<Int>?
    /// Between the braces.
    var arguments: Range<Int>?

    enum Problem: Error {
        case noName
        case unclosed(UInt8)
        case textAfter(Int)
    }

    /// - Parameter range: from the first colon to the line's end.
    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) throws(Problem) {
        var position = range.lowerBound
        while position < range.upperBound, text[position] == UInt8(ascii: ":") { position += 1 }
        colons = position - range.lowerBound
        DirectiveLine.skipSpace(text, &position, range)
        let nameStart = position
        while position < range.upperBound, DirectiveLine.isNameByte(text[position]) { position += 1 }
        guard position > nameStart else { throw .noName }
        name = nameStart..<position
        DirectiveLine.skipSpace(text, &position, range)
        if position < range.upperBound, text[position] == UInt8(ascii: "[") {
            let end = DirectiveLine.closing(of: UInt8(ascii: "["), UInt8(ascii: "]"), text, position..<range.upperBound)
            guard let end else { throw .unclosed(UInt8(ascii: "]")) }
            label = position + 1..<end
            position = end + 1
            DirectiveLine.skipSpace(text, &position, range)
        }
        if position < range.upperBound, text[position] == UInt8(ascii: "{") {
            guard let end = DirectiveLine.closingBrace(text, position..<range.upperBound) else {
                throw .unclosed(UInt8(ascii: "}"))
            }
            arguments = position + 1..<end
            position = end + 1
            DirectiveLine.skipSpace(text, &position, range)
        }
        while position < range.upperBound, text[position] == UInt8(ascii: ":") { position += 1 }
        guard position == range.upperBound else { throw .textAfter(position) }
    }

    /// Names are lower-case by convention; others are read too, so that they can be reported as unknown.
    static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// The `}` that closes the `{` at the range's start; one in a quoted value (`key="…"`) does not count.
    static func closingBrace(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        var quote: UInt8?
        for position in range.dropFirst() {
            let byte = text[position]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "}") {
                return position
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), text[position - 1] == UInt8(ascii: "=") {
                quote = byte
            }
        }
        return nil
    }

    private static func closing(
        of open: UInt8, _ close: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Int? {
        var depth = 0
        var position = range.lowerBound
        while position < range.upperBound {
            switch text[position] {
            case UInt8(ascii: "\\"): position += 1
            case open: depth += 1
            case close:
                depth -= 1
                if depth == 0 { return position }
            default: break
            }
            position += 1
        }
        return nil
    }

    private static func skipSpace(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ range: Range<Int>) {
        while position < range.upperBound, text[position].isASCIIWhitespace { position += 1 }
    }
}

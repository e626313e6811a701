/// What may stand before a line's own content: the signs of quotes and lists, and white space.
struct LinePrefix {
    /// Where the content begins.
    private(set) var end: Int
    /// How many quotes and list items the line opens or continues by a sign.
    private(set) var signs = 0
    /// Where the sign at which `limit` was reached stands.
    private(set) var overflow: Int?
    private(set) var hasListSign = false
    /// Columns of white space before anything else.
    private(set) var indentation = 0

    init(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, limit: Int = .max) {
        end = line.lowerBound
        while end < line.upperBound {
            let byte = text[end]
            if byte.isSpaceOrTab {
                if signs == 0 { indentation += byte == UInt8(ascii: "\t") ? 4 - indentation % 4 : 1 }
                end += 1
                continue
            }
            let width = LinePrefix.signWidth(text, at: end, within: line)
            guard width > 0 else { return }
            if signs == limit, overflow == nil { overflow = end }
            if byte != UInt8(ascii: ">") { hasListSign = true }
            signs += 1
            end += width
        }
    }

    /// Bytes of the sign of a quote (`>`) or a list item (`-`, `+`, `*`, `1.`, `1)` before white space), or 0.
    private static func signWidth(_ text: UnsafeBufferPointer<UInt8>, at start: Int, within line: Range<Int>) -> Int {
        var position = start
        switch text[start] {
        case UInt8(ascii: ">"):
            return 1
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
            position += 1
        case let byte where byte.isASCIIDigit:
            while position < line.upperBound, text[position].isASCIIDigit, position - start < 9 { position += 1 }
            guard position < line.upperBound, text[position] == UInt8(ascii: ".") || text[position] == UInt8(ascii: ")")
            else { return 0 }
            position += 1
        default:
            return 0
        }
        guard position < line.upperBound, text[position].isSpaceOrTab else { return 0 }
        return position - start
    }
}

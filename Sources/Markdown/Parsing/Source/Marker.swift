/// A line of our own syntax that libcmark reads as an HTML comment with the marker's number in it.
struct Marker {
    enum Kind {
        /// `:::name …`
        case directiveStart
        /// `:::`
        case directiveEnd
        /// `[^label]: …`; followed by the line that libcmark reads as the definition's list item.
        case footnote
    }

    var kind: Kind
    /// What stands on the line from the syntax on, in the cleaned source, without its line end.
    var range: Range<Int>
    /// 1-based line in the cleaned source.
    var line: Int32
    /// 1-based column in characters.
    var column: Int32

    /// The substitute on either side of the number.
    private static let sign = [Substitute.lead, Substitute.second, Substitute.marker]

    /// The comment that stands for marker `number`.
    static func comment(_ number: Int, to output: inout [UInt8]) {
        output.append("<!--")
        output.append(contentsOf: sign)
        output.append(decimal: number)
        output.append(contentsOf: sign)
        output.append("-->")
    }

    /// A marker's number, and where its comment ends, when one begins at `position`.
    static func parse(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> (number: Int, end: Int)? {
        guard text.has("<!--", at: position), text.substitute(at: position + 4) == Substitute.marker else { return nil }
        var end = position + 7
        var number = 0
        while end < text.count, text[end].isASCIIDigit, number < 1 << 40 {
            number = number * 10 + Int(text[end] - UInt8(ascii: "0"))
            end += 1
        }
        guard text.substitute(at: end) == Substitute.marker, text.has("-->", at: end + 3) else { return nil }
        return (number, end + 6)
    }
}

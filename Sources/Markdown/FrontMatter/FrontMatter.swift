/// The YAML between `---` lines at the beginning of a page, apart from the page's body.
public struct FrontMatter: Sendable {
    /// The YAML in the source; nil when the page has none.
    public var yaml: Range<Int>?
    public var body: Range<Int>
    /// Lines of the file on which the two start.
    public var yamlLine: Int
    public var bodyLine: Int
    /// Whether the closing `---` is missing.
    public var isUnclosed = false

    /// Finds the front matter; a byte order mark and empty lines before it are passed over.
    public static func split(_ source: UnsafeBufferPointer<UInt8>) -> FrontMatter {
        let start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let none = FrontMatter(yaml: nil, body: start..<source.count, yamlLine: 1, bodyLine: 1)
        let (first, emptyLines) = passEmptyLines(source, from: start)
        guard let opening = endOfFence(source, at: first) else { return none }
        var line = emptyLines + 2
        var at = opening
        while at < source.count {
            if let closing = endOfFence(source, at: at) {
                return FrontMatter(
                    yaml: opening..<at, body: closing..<source.count, yamlLine: emptyLines + 2, bodyLine: line + 1)
            }
            while at < source.count, source[at] != UInt8(ascii: "\n") { at += 1 }
            at += 1
            line += 1
        }
        var unclosed = none
        unclosed.isUnclosed = true
        return unclosed
    }

    private static func passEmptyLines(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> (Int, count: Int) {
        var (first, count) = (start, 0)
        for at in start..<source.count {
            switch source[at] {
            case UInt8(ascii: "\n"): (first, count) = (at + 1, count + 1)
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
            default: return (first, count)
            }
        }
        return (first, count)
    }

    /// The offset after a line that is `---` and nothing else.
    private static func endOfFence(_ source: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        guard start + 3 <= source.count, source[start..<start + 3].allSatisfy({ $0 == UInt8(ascii: "-") }) else {
            return nil
        }
        var end = start + 3
        while end < source.count, source[end] != UInt8(ascii: "\n") {
            guard [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")].contains(source[end]) else { return nil }
            end += 1
        }
        return min(end + 1, source.count)
    }
}

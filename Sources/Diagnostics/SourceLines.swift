/// A line that a diagnostic names; of a very long one only what is near the place.
public struct SourceLine: Sendable, Equatable {
    public var text: String
    /// Characters of the line before the text.
    public var skipped: Int
    /// Whether the line goes on behind the text.
    public var isCut: Bool

    /// Bytes up to which a line is taken whole.
    private static let whole = 2000
    /// Characters that are kept on each side of the place in a longer one.
    private static let reach = 100

    /// - Parameter column: in characters, from 1 on.
    init(_ line: ArraySlice<UInt8>, column: Int) {
        guard line.count > Self.whole else {
            (text, skipped, isCut) = (String(decoding: line, as: UTF8.self), 0, false)
            return
        }
        skipped = max(0, column - Self.reach)
        let start = Self.index(line[...], after: skipped)
        let end = Self.index(line[start...], after: 2 * Self.reach)
        text = String(decoding: line[start..<end], as: UTF8.self)
        isCut = end < line.endIndex
    }

    private static func index(_ bytes: ArraySlice<UInt8>, after characters: Int) -> Int {
        var (index, left) = (bytes.startIndex, characters)
        while index < bytes.endIndex {
            if bytes[index] & 0xC0 != 0x80 {
                if left == 0 { return index }
                left -= 1
            }
            index += 1
        }
        return bytes.endIndex
    }
}

/// Finds the lines that diagnostics name. Asked in reading order it opens each file once and walks through it once.
public struct SourceLines {
    private let read: (String) -> [UInt8]?
    private var file: String?
    private var bytes: [UInt8]?
    private var line = 0
    private var range = 0..<0

    /// - Parameter read: what a file holds; nil for one that is not to be quoted.
    public init(reading read: @escaping (_ file: String) -> [UInt8]?) { self.read = read }

    public subscript(_ location: SourceLocation) -> SourceLine? {
        mutating get {
            guard location.line > 0 else { return nil }
            if file != location.file {
                file = location.file
                bytes = read(location.file)
                line = 0
            }
            guard let bytes else { return nil }
            if line == 0 || location.line < line { (line, range) = (1, Self.lineRange(in: bytes, from: 0)) }
            while line < location.line {
                guard range.upperBound < bytes.count else { return nil }
                (line, range) = (line + 1, Self.lineRange(in: bytes, from: range.upperBound + 1))
            }
            var text = bytes[range]
            if text.last == UInt8(ascii: "\r") { text.removeLast() }
            return SourceLine(text, column: location.column)
        }
    }

    private static func lineRange(in bytes: [UInt8], from start: Int) -> Range<Int> {
        start..<(bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
    }
}

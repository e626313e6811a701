/// Where the lines of a text begin, for going from a line's number to its bytes.
struct SourceLines {
    private(set) var starts: [Int32] = []
    private let length: Int

    init(_ text: UnsafeBufferPointer<UInt8>) {
        length = text.count
        starts.reserveCapacity(text.count / 64 + 1)
        var start = 0
        while start < text.count {
            starts.append(Int32(truncatingIfNeeded: start))
            guard let end = text.firstIndex(of: UInt8(ascii: "\n"), from: start) else { break }
            start = end + 1
        }
    }

    var count: Int { starts.count }

    /// The bytes of a 1-based line, its line end included; empty past the end.
    func range(of line: Int) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return length..<length }
        let end = line < starts.count ? Int(starts[line]) : length
        return Int(starts[line - 1])..<end
    }
}

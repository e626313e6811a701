/// Makes a source safe to prepare: only LF ends lines, and no character stands in it that we use as a substitute.
enum SourceCleaner {
    /// The cleaned text, or nil when the source is clean as it is, which nearly every one is.
    static func clean(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        let hasReturns = source.firstIndex(of: UInt8(ascii: "\r"), from: 0) != nil
        guard hasReturns || hasSubstitutes(source) else { return nil }
        var cleaned: [UInt8] = []
        cleaned.reserveCapacity(source.count)
        var position = 0
        while position < source.count {
            let byte = source[position]
            if byte == UInt8(ascii: "\r") {
                cleaned.append(UInt8(ascii: "\n"))
                position += source.has(UInt8(ascii: "\n"), at: position + 1) ? 2 : 1
            } else if let third = source.substitute(at: position), third >= 0x90, third <= 0xAF {
                cleaned.append("\u{FFFD}")
                position += 3
            } else {
                cleaned.append(byte)
                position += 1
            }
        }
        return cleaned
    }

    private static func hasSubstitutes(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
        var position = 0
        while let found = source.firstIndex(of: Substitute.lead, from: position) {
            if let third = source.substitute(at: found), third >= 0x90, third <= 0xAF { return true }
            position = found + 1
        }
        return false
    }
}

extension TreeBuilder {
    /// Makes the characters that an author escaped of their substitutes.
    mutating func restoreEscapes() {
        for index in nodes.indices {
            switch nodes[index].kind {
            case .text: nodes[index].setText(restoreEscapes(in: nodes[index].text))
            case .inlineDirective: nodes[index].setExtra(restoreEscapes(in: nodes[index].extra))
            default: break
            }
        }
    }

    /// Works in place: a substitute is longer than its character. Returns what is left of the range.
    private mutating func restoreEscapes(in range: Range<Int32>) -> Range<Int32> {
        var write = Int(range.lowerBound)
        var read = write
        let end = Int(range.upperBound)
        guard bytes[read..<end].contains(Substitute.lead) else { return range }
        while read < end {
            let isSubstitute = read + 2 < end && bytes[read] == Substitute.lead && bytes[read + 1] == Substitute.second
            if isSubstitute, let escaped = Substitute.escaped(by: bytes[read + 2]) {
                bytes[write] = escaped
                read += 3
            } else {
                bytes[write] = bytes[read]
                read += 1
            }
            write += 1
        }
        return range.lowerBound..<Int32(truncatingIfNeeded: write)
    }
}

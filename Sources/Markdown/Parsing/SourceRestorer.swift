/// Puts back what the author wrote where libcmark took our substitutes for content: in code, raw HTML and addresses.
struct SourceRestorer {
    let original: UnsafeBufferPointer<UInt8>
    let markers: [Marker]

    /// Appends `text`; an escaped character keeps its backslash in code and raw HTML, where it is not an escape.
    func append(_ text: UnsafeBufferPointer<UInt8>, keepsBackslashes: Bool, to output: inout [UInt8]) {
        var start = 0
        var position = 0
        while let found = text.firstIndex(of: Substitute.lead, from: position) {
            position = found + 1
            guard let third = text.substitute(at: found) else { continue }
            if third == Substitute.marker {
                guard let marker = Marker.parse(text, at: found - 4), marker.number < markers.count else { continue }
                output.append(contentsOf: text.slice(start..<max(start, found - 4)))
                output.append(contentsOf: original.slice(markers[marker.number].range))
                start = end(of: markers[marker.number], in: text, after: marker.end)
                position = start
            } else if let escaped = Substitute.escaped(by: third) {
                output.append(contentsOf: text.slice(start..<found))
                if keepsBackslashes { output.append(UInt8(ascii: "\\")) }
                output.append(escaped)
                start = found + 3
                position = start
            }
        }
        output.append(contentsOf: text.slice(start..<text.count))
    }

    /// A footnote's marker was followed by a second line that repeats its text.
    private func end(of marker: Marker, in text: UnsafeBufferPointer<UInt8>, after end: Int) -> Int {
        guard marker.kind == .footnote, text.has(UInt8(ascii: "\n"), at: end) else { return end }
        return text.firstIndex(of: UInt8(ascii: "\n"), from: end + 1) ?? text.count
    }
}

extension [UInt8] {
    @inline(__always)
    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Decimal digits.
    mutating func append(decimal value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        let magnitude = value.magnitude
        if magnitude >= 10 { append(decimal: Int(magnitude / 10)) }
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10))
    }

    /// A line end, unless the output already stands at the start of a line.
    @inline(__always)
    mutating func startLine() {
        if let last, last != UInt8(ascii: "\n") { append(UInt8(ascii: "\n")) }
    }

    func hasSuffix(_ text: StaticString) -> Bool {
        withUnsafeBufferPointer { $0.has(text, at: $0.count - text.utf8CodeUnitCount) }
    }
}

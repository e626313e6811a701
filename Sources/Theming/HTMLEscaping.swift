extension [UInt8] {
    /// Appends text with the five characters that HTML reads as markup written as entities.
    public mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { appendEscaped($0) }
    }

    public mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in bytes.indices {
            guard let entity = htmlEntity(of: bytes[index]) else { continue }
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            append(contentsOf: entity.utf8)
            start = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
}

@inline(__always)
private func htmlEntity(of byte: UInt8) -> String? {
    // Letters, spaces and the bytes of everything beyond ASCII leave at once.
    guard byte < UInt8(ascii: "?"), byte > UInt8(ascii: "!") else { return nil }
    return switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
}

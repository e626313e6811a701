/// The characters that are written as entities.
public enum EscapedCharacters: Sendable {
    /// `<`, `>`, `&` and `"`, as CommonMark's reference renderers do.
    case reference
    /// The apostrophe too, for values that a template may put between either kind of quote.
    case all
}

/// Appends text with what HTML reads as markup escaped.
public func appendEscapedHTML(
    _ text: UnsafeBufferPointer<UInt8>, _ characters: EscapedCharacters = .reference, to output: inout [UInt8]
) {
    let apostrophe: UInt8 = characters == .all ? UInt8(ascii: "'") : UInt8(ascii: "\"")
    var start = 0
    while let special = nextSpecial(in: text, from: start, apostrophe) {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<special]))
        let entity = htmlEntity(text[special])
        output.append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
        start = special + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
}

public func appendEscapedHTML(
    _ text: ArraySlice<UInt8>, _ characters: EscapedCharacters = .reference, to output: inout [UInt8]
) {
    text.withUnsafeBufferPointer { appendEscapedHTML($0, characters, to: &output) }
}

public func appendEscapedHTML(
    _ text: String, _ characters: EscapedCharacters = .reference, to output: inout [UInt8]
) {
    // Strings lie in one piece; only one that comes from elsewhere has to be copied first.
    if text.utf8.withContiguousStorageIfAvailable({ appendEscapedHTML($0, characters, to: &output) }) == nil {
        appendEscapedHTML(Array(text.utf8)[...], characters, to: &output)
    }
}

/// The next byte that has to be escaped: 16 at a time, since text has few of them.
private func nextSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int, _ apostrophe: UInt8) -> Int? {
    var position = start
    if let base = UnsafeRawPointer(text.baseAddress), text.count >= 16 {
        let end = text.count - 16
        while position < end {
            if hasSpecial(base + position, apostrophe) { break }
            position += 16
        }
        // The last 16 bytes, of which some may have been looked at.
        if position >= end, !hasSpecial(base + end, apostrophe) { return nil }
    }
    while position < text.count {
        switch text[position] {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), apostrophe: return position
        default: position += 1
        }
    }
    return nil
}

/// Its operations are those of the processor as long as all operands are of this type.
private typealias Block = SIMD16<UInt8>

/// Whether one of 16 bytes has to be escaped.
@inline(__always)
private func hasSpecial(_ start: UnsafeRawPointer, _ apostrophe: UInt8) -> Bool {
    let bytes = start.loadUnaligned(as: Block.self)
    // `"` and `&` differ in one bit, and so do `<` and `>`.
    let isQuote = bytes & Block(repeating: 0xFB) .== Block(repeating: 0x22)
    let isAngle = bytes & Block(repeating: 0xFD) .== Block(repeating: 0x3C)
    let found = isQuote .| isAngle .| (bytes .== Block(repeating: apostrophe))
    let words = unsafeBitCast(found, to: SIMD2<UInt64>.self)
    return words[0] | words[1] != 0
}

private func htmlEntity(_ byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: "&#39;"
    }
}

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
    var text = text
    text.withUTF8 { appendEscapedHTML($0, characters, to: &output) }
}

/// The next byte that has to be escaped: eight at a time, since text has few of them.
private func nextSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int, _ apostrophe: UInt8) -> Int? {
    let apostrophes = UInt64(apostrophe) * 0x0101_0101_0101_0101
    var position = start
    if let base = UnsafeRawPointer(text.baseAddress) {
        while position + 8 <= text.count {
            let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            // `"` and `&` differ in one bit, and so do `<` and `>`.
            let quotes = (word & 0xFBFB_FBFB_FBFB_FBFB) ^ 0x2222_2222_2222_2222
            let angles = (word & 0xFDFD_FDFD_FDFD_FDFD) ^ 0x3C3C_3C3C_3C3C_3C3C
            let found = zeroBytes(quotes) | zeroBytes(angles) | zeroBytes(word ^ apostrophes)
            if found != 0 { return position + found.trailingZeroBitCount / 8 }
            position += 8
        }
    }
    while position < text.count {
        switch text[position] {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), apostrophe: return position
        default: position += 1
        }
    }
    return nil
}

/// The high bit of the lowest byte that is zero; bits above it mean nothing.
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
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

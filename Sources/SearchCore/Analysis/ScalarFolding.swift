/// What a character beyond ASCII means for a token.
enum ScalarFold {
    case separator
    /// Part of the word but not written: soft hyphen, apostrophe, combining accent.
    case nothing
    case ascii(UInt8)
    case letter
    /// A character that is a word by itself.
    case ideograph
}

/// The scalar at `position` and its length in bytes; a damaged sequence is one byte of U+FFFD.
func decodeScalar(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> (scalar: UInt32, size: Int) {
    let lead = text[position]
    let size = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    if size == 1 { return (UInt32(lead), 1) }
    guard size > 0, position + size <= text.count else { return (0xFFFD, 1) }
    var scalar = UInt32(lead) & (0xFF >> UInt32(size + 1))
    for index in position + 1..<position + size {
        guard text[index] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
        scalar = scalar << 6 | UInt32(text[index] & 0x3F)
    }
    return (scalar, size)
}

/// The UTF-8 bytes of a scalar beyond ASCII, the first in the lowest byte.
func encodeScalar(_ scalar: UInt32) -> UInt32 {
    let last = 0x80 | scalar & 0x3F
    if scalar < 0x800 { return 0xC0 | scalar >> 6 | last << 8 }
    let third = 0x80 | scalar >> 6 & 0x3F
    if scalar < 0x10000 { return 0xE0 | scalar >> 12 | third << 8 | last << 16 }
    return 0xF0 | scalar >> 18 | (0x80 | scalar >> 12 & 0x3F) << 8 | third << 16 | last << 24
}

func foldScalar(_ scalar: UInt32) -> ScalarFold {
    switch scalar {
    case 0xAD, 0x2BC, 0x2018, 0x2019, 0x200B...0x200D, 0x2060, 0xFEFF, 0x300...0x36F: .nothing
    case 0xC0...0x17F: latin(scalar)
    case 0xAA, 0xB5, 0xBA: .letter
    case 0x80...0xBF, 0x2000...0x2BFF, 0x2E00...0x2E7F, 0x3000...0x3004, 0x3008...0x3020, 0xE000...0xF8FF: .separator
    case 0xFE00...0xFE0F, 0xFFF0...0xFFFF, 0x1F000...0x1FAFF, 0xE0000...: .separator
    case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: .separator
    case 0xFF10...0xFF5A: fullWidth(scalar)
    case 0x60C, 0x61B, 0x61F, 0x640, 0x66A...0x66D, 0x6D4, 0x964, 0x965: .separator
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .ideograph
    case 0xE00...0xE7F: .ideograph
    default: .letter
    }
}

/// Latin letters with marks, by their base letter; `-` stands for the two that are signs.
private func latin(_ scalar: UInt32) -> ScalarFold {
    let base: StaticString = """
        aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
        lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
        """
    let index = Int(scalar) - 0xC0
    guard index < base.utf8CodeUnitCount, base.utf8Start[index] != 0x2D else { return .separator }
    return .ascii(base.utf8Start[index])
}

private func fullWidth(_ scalar: UInt32) -> ScalarFold {
    let ascii = UInt8(truncatingIfNeeded: scalar - 0xFEE0)
    return .ascii(ascii >= 0x41 && ascii <= 0x5A ? ascii + 32 : ascii)
}

/// Greek and Cyrillic capitals to small letters; others as they are.
func lowerCase(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x391...0x3A9, 0x410...0x42F: scalar + 32
    case 0x400...0x40F: scalar + 80
    default: scalar
    }
}

/// Characters that stand for our own syntax while libcmark reads the text.
///
/// Unicode noncharacters, U+FDD0 to U+FDD3: `SourceCleaner` takes them out of what authors write, so that no content can
/// pass for one of them. In UTF-8 all are `EF B7 9x`.
enum Substitute {
    static let lead: UInt8 = 0xEF
    static let second: UInt8 = 0xB7
    /// Encloses the number of a `Marker`.
    static let marker: UInt8 = 0x90
    /// `\~`
    static let tilde: UInt8 = 0x91
    /// `\:`
    static let colon: UInt8 = 0x92
    /// `\[` before `^`
    static let bracket: UInt8 = 0x93

    /// The third byte of the substitute for an escaped character.
    static func forEscaped(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "~"): tilde
        case UInt8(ascii: ":"): colon
        case UInt8(ascii: "["): bracket
        default: nil
        }
    }

    /// The character that was escaped.
    static func escaped(by third: UInt8) -> UInt8? {
        switch third {
        case tilde: UInt8(ascii: "~")
        case colon: UInt8(ascii: ":")
        case bracket: UInt8(ascii: "[")
        default: nil
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    func substitute(at position: Int) -> UInt8? {
        guard position + 2 < count, self[position] == Substitute.lead, self[position + 1] == Substitute.second else {
            return nil
        }
        return self[position + 2]
    }
}

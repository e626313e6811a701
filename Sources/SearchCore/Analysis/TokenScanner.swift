/// Walks over UTF-8 text token by token, folding case, accents and apostrophes into a small buffer as it goes.
///
/// A token is a run of letters and digits. One and the same scanner reads pages, queries and excerpts, so that what the
/// index holds, what is asked and what is marked can never disagree.
struct TokenScanner {
    /// Tokens keep this many bytes; what follows is part of the token but not of its term.
    static let capacity = 48

    private let text: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// The folded token; valid until the next call of `next()`.
    var token: UnsafeMutablePointer<UInt8>
    private(set) var length = 0
    private var isLower = false
    /// Written in small letters, the first perhaps a capital, all of which are in the token.
    @inline(__always) var isPlain: Bool { isLower && length == end - start }
    /// Where the token stands in the text.
    private(set) var start = 0
    private(set) var end = 0
    /// The byte between the last token and this one when that is all that lies between them, else a space.
    private(set) var separator: UInt8 = 0x20

    /// - Parameter buffer: `capacity + 8` bytes that outlive the scanner.
    init(_ text: UnsafeBufferPointer<UInt8>, buffer: UnsafeMutablePointer<UInt8>) {
        self.text = text
        token = buffer
    }

    /// Steps to the next token; false at the end of the text.
    @inline(__always)
    mutating func next() -> Bool {
        let previousEnd = end
        length = 0
        isLower = true
        while position < text.count {
            start = position
            let byte = text[position]
            if Self.fold(byte) != 0 {
                readWord()
            } else if byte < 0x80 {
                position += 1
                continue
            } else {
                let part = readWide()
                if part == .outside { continue }
                if part == .letter { readWord() }
            }
            end = position
            separator = separatorByte(after: previousEnd)
            return true
        }
        return false
    }

    @inline(never)
    private mutating func readWord() {
        while position < text.count {
            if length + 8 <= Self.capacity, position + 8 <= text.count {
                let next = readEight()
                if next == 0 { continue }
                if next < 0x80, next != 0x27, next != 0x60 { return }
            }
            guard position < text.count else { return }
            let byte = text[position]
            let folded = Self.fold(byte)
            if folded != 0 {
                if folded != byte && length > 0 || folded < 0x61 { isLower = false }
                append(folded)
                position += 1
            } else if byte >= 0x80 {
                let before = position
                if readWide() != .letter {
                    position = before
                    return
                }
            } else if byte == 0x27 || byte == 0x60, position + 1 < text.count, Self.fold(text[position + 1]) != 0 {
                position += 1
            } else {
                return
            }
        }
    }

    /// Reads letters and digits of the next eight bytes up to one that is none; returns that, or 0 when all are.
    @inline(__always)
    private mutating func readEight() -> UInt8 {
        guard let base = text.baseAddress else { return 1 }
        let next = EightBytes(base + position)
        if next.isMarked(mayBegin: length == 0) { isLower = false }
        UnsafeMutableRawPointer(token + length).storeBytes(of: next.word.littleEndian, as: UInt64.self)
        length += next.count
        position += next.count
        return next.count == 8 ? 0 : max(1, text[position])
    }

    /// Steps to the next token, as `next()` does, if that is easy: up to 15 plain letters and digits, not near the
    /// text's end.
    ///
    /// - Returns: The token's first eight bytes, the first one lowest, and the others; nil when `next()` has to be
    ///   asked.
    @inline(__always)
    mutating func nextShort() -> (head: UInt64, next: UInt64)? {
        guard let base = text.baseAddress else { return nil }
        let limit = text.count - 16
        var at = position
        while at < limit {
            // Below the digits stand space and most marks.
            if base[at] < 0x30 {
                at += 1
                continue
            }
            let head = EightBytes(base + at)
            if head.count == 0 {
                if base[at] >= 0x80 { return nil }
                at += 1
                continue
            }
            let next = head.count == 8 ? EightBytes(base + at + 8) : EightBytes()
            let behind = base[at + head.count + next.count]
            if next.count == 8 || behind >= 0x80 || behind == 0x27 || behind == 0x60 { return nil }
            let previousEnd = end
            start = at
            length = head.count + next.count
            end = at + length
            position = end
            isLower = !head.isMarked(mayBegin: true) && !next.isMarked(mayBegin: false)
            separator = separatorByte(after: previousEnd)
            let bytes = UnsafeMutableRawPointer(token)
            bytes.storeBytes(of: head.word.littleEndian, as: UInt64.self)
            bytes.storeBytes(of: next.word.littleEndian, toByteOffset: 8, as: UInt64.self)
            return (head.word, next.word)
        }
        return nil
    }

    /// The letters and digits with which eight bytes of text begin.
    private struct EightBytes {
        /// Folded, the first one lowest; zeros behind them.
        var word: UInt64
        var count: Int
        /// What folding changed, and the top bits of digits.
        private var changed: UInt64
        private var digits: UInt64

        @inline(__always)
        init(_ source: UnsafePointer<UInt8>) {
            let bytes = UInt64(littleEndian: UnsafeRawPointer(source).loadUnaligned(as: UInt64.self))
            let top: UInt64 = 0x8080_8080_8080_8080
            let folded = bytes | 0x2020_2020_2020_2020
            // The top bit of each byte tells: a sum reaches it from the first of a range on, and again behind its last.
            let (low, lowFolded) = (bytes & ~top, folded & ~top)
            let letters = (lowFolded &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(lowFolded &+ 0x0505_0505_0505_0505)
            let digits = (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646)
            let others = ~((letters | digits) & ~bytes) & top
            count = others.trailingZeroBitCount >> 3
            let mask = (others & (0 &- others)) >> 7 &- 1
            word = folded & mask
            changed = (bytes ^ folded) & mask
            self.digits = digits & top & mask
        }

        @inline(__always)
        init() { (word, count, changed, digits) = (0, 0, 0, 0) }

        /// Whether there are digits or capitals; the first byte may be one where a word begins.
        @inline(__always)
        func isMarked(mayBegin: Bool) -> Bool { changed & (mayBegin ? ~0x20 : ~0) | digits != 0 }
    }

    private func separatorByte(after previousEnd: Int) -> UInt8 {
        if start == previousEnd + 1 { return text[previousEnd] }
        let isDash =
            start == previousEnd + 3 && text[previousEnd] == 0xE2 && text[previousEnd + 1] == 0x80
            && text[previousEnd + 2] & 0xF0 == 0x90
        return isDash ? 0x2D : 0x20
    }

    /// The lower-case letter or digit that an ASCII byte folds to, or 0.
    @inline(__always)
    private static func fold(_ byte: UInt8) -> UInt8 {
        let lower = byte | 0x20
        if lower &- 0x61 < 26 { return lower }
        return byte &- 0x30 < 10 ? byte : 0
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8) {
        if length < Self.capacity {
            token[length] = byte
            length += 1
        }
    }

    private enum WidePart { case outside, letter, whole }

    /// Reads one character beyond ASCII. An ideograph is a token of its own: inside a word it is left for the next call.
    @inline(never)
    private mutating func readWide() -> WidePart {
        isLower = false
        let (scalar, size) = decodeScalar(text, at: position)
        position += size
        switch foldScalar(scalar) {
        case .separator: return .outside
        case .nothing: return length > 0 ? .letter : .outside
        case .ascii(let letter): append(letter)
        case .letter: appendEncoded(lowerCase(scalar))
        case .ideograph:
            if length > 0 { return .whole }
            appendEncoded(scalar)
            return .whole
        }
        return .letter
    }

    private mutating func appendEncoded(_ scalar: UInt32) {
        var encoded = encodeScalar(scalar)
        while encoded != 0 {
            append(UInt8(truncatingIfNeeded: encoded))
            encoded >>= 8
        }
    }
}

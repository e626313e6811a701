/// Makes a source safe to prepare: only LF ends lines, no character stands in it that we use as a substitute, and no
/// paragraph has so many images that libcmark would need time out of all proportion.
struct SourceCleaner {
    /// libcmark's time grows with the square of the images that are opened in one paragraph.
    static let imageLimit = 4_000

    private let source: UnsafeBufferPointer<UInt8>
    /// The cleaned text, or nil when the source is clean as it is, which nearly every one is.
    private(set) var cleaned: [UInt8]?
    private(set) var hasTooManyImages = false

    init(_ source: UnsafeBufferPointer<UInt8>) {
        self.source = source
        let hasReturns = source.firstIndex(of: UInt8(ascii: "\r"), from: 0) != nil
        if hasReturns || hasSubstitutes() { cleaned = replaceCharacters() }
        if countImages() > Self.imageLimit { limitImages() }
    }

    /// The text with invalid sequences as U+FFFD, or nil when it is valid.
    static func repairUTF8(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        String(validating: text, as: UTF8.self) == nil ? Array(String(decoding: text, as: UTF8.self).utf8) : nil
    }

    private func replaceCharacters() -> [UInt8] {
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

    private func hasSubstitutes() -> Bool {
        var position = 0
        while let found = source.firstIndex(of: Substitute.lead, from: position) {
            if let third = source.substitute(at: found), third >= 0x90, third <= 0xAF { return true }
            position = found + 1
        }
        return false
    }

    private func countImages() -> Int {
        var count = 0
        var position = 0
        while let found = source.firstIndex(of: UInt8(ascii: "!"), from: position) {
            position = found + 1
            if source.has(UInt8(ascii: "["), at: position) { count += 1 }
        }
        return count
    }

    /// Escapes the images of a paragraph beyond the limit.
    private mutating func limitImages() {
        let text = cleaned ?? Array(source)
        var limited: [UInt8] = []
        var images = 0
        for (position, byte) in text.enumerated() {
            let next = position + 1 < text.count ? text[position + 1] : 0
            if byte == UInt8(ascii: "\n"), next == byte { images = 0 }
            if byte == UInt8(ascii: "!"), next == UInt8(ascii: "[") {
                images += 1
                if images > Self.imageLimit {
                    hasTooManyImages = true
                    limited.append(UInt8(ascii: "\\"))
                }
            }
            limited.append(byte)
        }
        if hasTooManyImages { cleaned = limited }
    }
}

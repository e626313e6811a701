/// Cuts the window of a section's text that shows most of the query, and marks its words.
struct ExcerptMaker {
    /// Bytes of text in a window, about two lines.
    static let width = 220

    private let matcher: FormMatcher
    private let slots: [QuerySlot]

    init(_ matcher: FormMatcher, _ slots: [QuerySlot]) {
        self.matcher = matcher
        self.slots = slots
    }

    func excerpt(_ text: [UInt8]) -> Excerpt {
        let matches = matcher.matches(text)
        let window = window(text, matches)
        return cut(text, window, matches)
    }

    /// The window that begins at the match from which on the most weight of different words lies within it.
    private func window(_ text: [UInt8], _ matches: [FormMatcher.Match]) -> Range<Int> {
        guard text.count > Self.width else { return 0..<text.count }
        var best = (start: 0, worth: Int32(-1))
        for (index, match) in matches.enumerated() {
            let worth = worth(matches[index...], until: match.range.lowerBound + Self.width * 3 / 4)
            if worth > best.worth { best = (match.range.lowerBound, worth) }
        }
        let start = best.start < Self.width * 3 / 4 ? 0 : max(0, best.start - Self.width / 5)
        return wholeWords(text, start..<min(text.count, start + Self.width))
    }

    private func worth(_ matches: ArraySlice<FormMatcher.Match>, until end: Int) -> Int32 {
        var seen: UInt64 = 0
        var worth: Int32 = 0
        for match in matches {
            if match.range.upperBound > end { break }
            let bit: UInt64 = 1 << UInt64(match.slot & 63)
            worth += seen & bit == 0 ? scaled(match.weight, by: slots[match.slot].weight) * 16 : 16
            seen |= bit
        }
        return worth
    }

    /// Moves the window's ends to word boundaries, and never into a character.
    private func wholeWords(_ text: [UInt8], _ window: Range<Int>) -> Range<Int> {
        var start = window.lowerBound
        if start > 0 {
            let limit = min(start + 24, text.count)
            while start < limit, text[start - 1] > 0x20 { start += 1 }
            while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
        }
        var end = window.upperBound
        if end < text.count {
            let limit = max(end - 24, start)
            while end > limit, text[end] > 0x20 { end -= 1 }
            while end > start, text[end] & 0xC0 == 0x80 { end -= 1 }
        }
        return start..<max(start, end)
    }

    private func cut(_ text: [UInt8], _ window: Range<Int>, _ matches: [FormMatcher.Match]) -> Excerpt {
        var excerpt = Excerpt()
        let ellipsis = [UInt8](literal: "…")
        if window.lowerBound > 0 { excerpt.text += ellipsis }
        var units = excerpt.text.isEmpty ? 0 : 1
        var position = window.lowerBound
        for match in matches where match.range.lowerBound >= position && match.range.upperBound <= window.upperBound {
            units += utf16Count(text[position..<match.range.lowerBound])
            let end = units + utf16Count(text[match.range])
            excerpt.marks.append((units, end))
            units = end
            position = match.range.upperBound
        }
        for byte in text[window] { excerpt.text.append(byte == 0x0A || byte == 0x0D || byte == 0x09 ? 0x20 : byte) }
        if window.upperBound < text.count { excerpt.text += ellipsis }
        return excerpt
    }
}

/// UTF-16 code units of UTF-8 text: one a character, two for one of four bytes.
func utf16Count(_ text: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in text {
        if byte & 0xC0 != 0x80 { count += 1 }
        if byte >= 0xF0 { count += 1 }
    }
    return count
}

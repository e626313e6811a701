/// The signs of GIFT, each of which a backslash makes a character like others.
enum GIFTSyntax {
    /// Where `sign` stands without a backslash before it.
    static func index(of sign: String, in text: Substring) -> Substring.Index? {
        var at = text.startIndex
        while at < text.endIndex {
            if text[at] == "\\" {
                at = text.index(at, offsetBy: 2, limitedBy: text.endIndex) ?? text.endIndex
            } else if text[at...].hasPrefix(sign) {
                return at
            } else {
                at = text.index(after: at)
            }
        }
        return nil
    }

    /// What stands behind each of the signs; with `first`, what stands before them comes first, under that sign.
    static func parts(
        _ text: Substring, at signs: Set<Character>, first: Character? = nil
    ) -> [(sign: Character, text: Substring)] {
        var parts: [(sign: Character, text: Substring)] = []
        var sign = first
        var start = text.startIndex
        var at = start
        while at < text.endIndex {
            if text[at] == "\\" {
                at = text.index(at, offsetBy: 2, limitedBy: text.endIndex) ?? text.endIndex
                continue
            }
            if signs.contains(text[at]) {
                if let sign { parts.append((sign, text[start..<at])) }
                sign = text[at]
                start = text.index(after: at)
            }
            at = text.index(after: at)
        }
        if let sign { parts.append((sign, text[start...])) }
        return parts
    }

    /// Without escapes and the spaces around it.
    static func plain(_ text: Substring) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                result.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return String(Substring(result).trimming(while: \.isWhitespace))
    }

    /// The text without escapes and without the name of its format, which stands before it as `[html]`.
    /// - Parameter isHTML: whether it is HTML when it names no format.
    static func text(_ source: Substring, isHTML: Bool) -> GIFTText {
        let text = plain(source)
        for format in ["[html]", "[markdown]", "[plain]", "[moodle]"] where text.hasPrefix(format) {
            return GIFTText(String(text.dropFirst(format.count)).trimmingSpace, isHTML: format == "[html]")
        }
        return GIFTText(text, isHTML: isHTML)
    }
}

extension Substring {
    func trimming(while isDropped: (Character) -> Bool) -> Substring {
        var text = drop(while: isDropped)
        while let last = text.last, isDropped(last) { text.removeLast() }
        return text
    }
}

/// A tag of HTML, or a comment, whose name is empty.
struct HTMLTag {
    /// In small letters.
    var name = ""
    var isEnd = false
    var attributes: [String: String] = [:]
    /// What follows it.
    var rest: Substring

    /// nil when the text begins with no tag: a `<` alone is text.
    init?(_ source: Substring) {
        if source.hasPrefix("<!--") {
            rest = source.firstRange(of: "-->").map { source[$0.upperBound...] } ?? source.suffix(0)
            return
        }
        guard let match = source.prefixMatch(of: /<(\/?)([A-Za-z][A-Za-z0-9:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/) else {
            return nil
        }
        isEnd = !match.1.isEmpty
        name = match.2.lowercased()
        for attribute in match.3.matches(of: /([A-Za-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/) {
            let value = attribute.2 ?? attribute.3 ?? attribute.4 ?? ""
            attributes[attribute.1.lowercased()] = String(value)
        }
        rest = source[match.range.upperBound...]
    }

    /// The character that `&amp;` and the like stand for, and where what follows begins; nil where none is known.
    static func entity(_ source: Substring) -> (text: String, end: Substring.Index)? {
        guard let match = source.prefixMatch(of: /&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]+));/) else {
            return nil
        }
        let code = match.1.flatMap { UInt32($0) } ?? match.2.flatMap { UInt32($0, radix: 16) }
        let text = code.flatMap(Unicode.Scalar.init).map { String($0) } ?? match.3.flatMap { names[String($0)] }
        return text.map { ($0, match.range.upperBound) }
    }

    private static let names = [
        "nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—",
        "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…", "bull": "•", "middot": "·",
        "times": "×", "divide": "÷", "plusmn": "±", "deg": "°", "le": "≤", "ge": "≥", "ne": "≠", "rarr": "→",
        "frac12": "½", "copy": "©", "reg": "®",
    ]
}

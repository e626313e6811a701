/// Finds where a text cites a circular that was cancelled, however its number is written: `PKPA Bil. 1/1991`,
/// `pkpa bilangan 1 tahun 1991`.
public struct CancelledCitations: Sendable {
    /// The number in tokens, small letters: `pkpa`, `bil`, `1`, `/`, `1991`.
    private var citations: [(tokens: [[UInt8]], key: String)] = []
    private var firstLetters: Set<UInt8> = []

    public var isEmpty: Bool { citations.isEmpty }

    public init() {}

    /// - Parameter circulars: their numbers and the keys of their pages.
    init(_ circulars: some Sequence<(number: String, key: String)>) {
        for (number, key) in circulars {
            var tokens: [[UInt8]] = []
            let text = Array(number.utf8)[...]
            var position = text.startIndex
            while let token = Self.token(in: text, &position) { tokens.append(token) }
            guard let first = tokens.first?.first else { continue }
            citations.append((tokens, key))
            firstLetters.insert(first)
        }
        citations.sort { ($0.tokens.count, $1.key) > ($1.tokens.count, $0.key) }
    }

    /// The first citation in the text at or after an offset: the page of the circular, and where it stands.
    public func next(in text: ArraySlice<UInt8>, from start: Int) -> (key: String, range: Range<Int>)? {
        if citations.isEmpty { return nil }
        for at in start..<max(start, text.endIndex) where firstLetters.contains(Self.lower(text[at])) {
            if at > text.startIndex, Self.isWord(text[at - 1]) { continue }
            for citation in citations {
                if let end = Self.end(of: citation.tokens, in: text, at: at) { return (citation.key, at..<end) }
            }
        }
        return nil
    }

    private static func end(of tokens: [[UInt8]], in text: ArraySlice<UInt8>, at start: Int) -> Int? {
        var position = start
        for token in tokens where Self.token(in: text, &position) != token { return nil }
        return position
    }

    /// The next token, its words in one spelling; dots and spaces before it are passed over.
    private static func token(in text: ArraySlice<UInt8>, _ position: inout Int) -> [UInt8]? {
        while position < text.endIndex, text[position] == 0x20 || text[position] == UInt8(ascii: ".") { position += 1 }
        guard position < text.endIndex else { return nil }
        let start = position
        if text[start] == UInt8(ascii: "/") {
            position += 1
            return [UInt8(ascii: "/")]
        }
        while position < text.endIndex, isWord(text[position]) { position += 1 }
        let word = text[start..<position].map(lower)
        if word == Array("bilangan".utf8) { return Array("bil".utf8) }
        return word == Array("tahun".utf8) ? [UInt8(ascii: "/")] : word.isEmpty ? nil : word
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x80...: true
        default: false
        }
    }
}

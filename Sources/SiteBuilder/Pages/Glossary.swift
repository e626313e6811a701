import Markdown
import SiteModel

/// The terms that the site explains, in one language: finds them in a page's text so that their first use is a link.
struct Glossary: Sendable {
    struct Term: Sendable {
        /// Lower case.
        let words: [UInt8]
        let title: String
        let key: String
        let meaning: String
    }

    /// Terms by their first two bytes, the longest first: most words of a text are ruled out by one look.
    private var terms: [UInt16: [Term]] = [:]

    var isEmpty: Bool { terms.isEmpty }

    /// Every term that says what it means, in the order of its title.
    var explained: [Term] {
        let known = terms.values.joined().filter { !$0.meaning.isEmpty }.map { ($0, NaturalOrder.key($0.title)) }
        return known.sorted { $0.1 != $1.1 ? $0.1.lexicographicallyPrecedes($1.1) : $0.0.key < $1.0.key }.map(\.0)
    }

    /// - Parameter pages: those of the glossary, in this language.
    init(pages: [(key: String, title: String, meaning: String)]) {
        for page in pages where page.title.utf8.count >= 3 {
            let words = page.title.utf8.map(Self.lower)
            terms[Self.start(words[0], words[1]), default: []].append(
                Term(words: words, title: page.title, key: page.key, meaning: page.meaning))
        }
        for start in terms.keys {
            terms[start]?.sort { ($0.words.count, $1.key) > ($1.words.count, $0.key) }
        }
    }

    /// The first term in the text at or after an offset, whole words only, that `isWanted`.
    func next(
        in text: ArraySlice<UInt8>, from start: Int, isWanted: (Term) -> Bool
    ) -> (term: Term, range: Range<Int>)? {
        var at = start
        while at + 2 < text.endIndex {
            let isWordStart = at == text.startIndex || !Self.isWord(text[at - 1])
            if isWordStart, let candidates = terms[Self.start(Self.lower(text[at]), Self.lower(text[at + 1]))] {
                if let term = candidates.first(where: { stands($0.words, in: text, at: at) }) {
                    if isWanted(term) { return (term, at..<at + term.words.count) }
                    // A shorter term inside a longer one is not what is meant there.
                    at += term.words.count
                    continue
                }
            }
            at += 1
        }
        return nil
    }

    private func stands(_ words: [UInt8], in text: ArraySlice<UInt8>, at start: Int) -> Bool {
        let end = start + words.count
        guard end <= text.endIndex, end == text.endIndex || !Self.isWord(text[end]) else { return false }
        guard !isInAddress(text, start, end) else { return false }
        return words.indices.allSatisfy { words[$0] == Self.lower(text[start + $0]) }
    }

    /// Whether the word is a part of an address, such as `helpdesk@agensi.example`.
    private func isInAddress(_ text: ArraySlice<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let joints = Array("@/.".utf8)
        if start > text.startIndex, joints.contains(text[start - 1]) { return true }
        guard end + 1 < text.endIndex, joints.contains(text[end]) else { return false }
        return text[end] == UInt8(ascii: "@") || Self.isWord(text[end + 1])
    }

    private static func start(_ first: UInt8, _ second: UInt8) -> UInt16 { UInt16(first) << 8 | UInt16(second) }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x80..., UInt8(ascii: "-"): true
        default: false
        }
    }
}

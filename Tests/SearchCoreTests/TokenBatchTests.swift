import Testing

@testable import SearchCore

@Suite("Tokens in batches")
struct TokenBatchTests {
    private struct Token: Equatable {
        var bytes: [UInt8]
        var start: Int
        var end: Int
        var separator: UInt8
        var isPlain: Bool
    }

    private static let parts = [
        "a", "Saya", "maklum", "RM", "pelanggan", "PERKHIDMATAN", "kebertanggungjawaban", "abcdefgh",
        "abcdefghijklmnop",
        "7", "2008", "covid19", "caf\u{E9}", "\u{6F22}", "don't", "it`s", "x\u{AD}y", " ", " ", " ", "  ", "\n", ". ",
        ", ",
        "-", "\u{2013}", "/", "'", "`", "\u{A0}", "\0", "_", "[", "{", "~", "@", "",
    ]

    private static func oneByOne(_ text: [UInt8]) -> [Token] {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: TokenScanner.capacity + 8) { buffer in
            text.withUnsafeBufferPointer { text in
                var scanner = TokenScanner(text, buffer: buffer.baseAddress!)
                var tokens: [Token] = []
                while scanner.next() {
                    tokens.append(
                        Token(
                            bytes: Array(buffer[..<scanner.length]), start: scanner.start, end: scanner.end,
                            separator: scanner.separator, isPlain: scanner.isPlain))
                }
                return tokens
            }
        }
    }

    private static func inBatches(_ text: [UInt8], _ terms: inout TermTable) -> [Token] {
        let batch = TokenBatch()
        return text.withUnsafeBufferPointer { text in
            var scanner = TokenScanner(text, buffer: batch.firstBuffer)
            var tokens: [Token] = []
            while batch.fill(&scanner) {
                terms.intern(batch)
                for token in batch.tokens {
                    tokens.append(
                        Token(
                            bytes: Array(terms[token.term]), start: token.start, end: token.end,
                            separator: token.separator,
                            isPlain: token.isPlain))
                }
            }
            return tokens
        }
    }

    @Test("are those that come one by one, and have the terms that a single look-up tells")
    func areTheSame() {
        var generator = SeededGenerator(seed: 7)
        var terms = TermTable()
        for _ in 0..<3_000 {
            let count = Int.random(in: 0..<60, using: &generator)
            let text = (0..<count).map { _ in Self.parts.randomElement(using: &generator)! }.joined()
            let expected = Self.oneByOne(Array(text.utf8))
            #expect(Self.inBatches(Array(text.utf8), &terms) == expected)
            for token in expected { #expect(terms.find(token.bytes[...]).map { Array(terms[$0]) } == token.bytes) }
        }
    }

    @Test("give each of many terms a number of its own, in the order in which they came")
    func numbersTerms() {
        var terms = TermTable()
        let words = (0..<5_000).map { "kata\($0)panjangsekali\($0 % 7)" }
        _ = Self.inBatches(Array(words.joined(separator: " ").utf8), &terms)
        #expect(terms.count == words.count)
        #expect(words.indices.allSatisfy { terms.find(Array(words[$0].utf8)[...]) == $0 })
    }
}

/// The same numbers on every run.
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9
    }
}

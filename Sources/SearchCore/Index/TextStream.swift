/// The texts of a segment's pages as they are packed later: words by number, and the bytes between them.
///
/// One pass over a text serves the index and this, and a text takes a third of the memory that its bytes would.
struct TextStream: Sendable {
    private(set) var steps: [Step] = []
    /// What stands between words, one run after the other.
    private(set) var literals: [UInt8] = []
    /// Where each text begins.
    private var starts: [Start] = []

    /// A word, or a run of literal bytes.
    struct Step: Sendable {
        private let packed: UInt32

        private static let literal: UInt32 = 1 << 31
        private static let capital: UInt32 = 1 << 30

        init(literalCount: Int) { packed = Self.literal | UInt32(literalCount) }

        @inline(__always)
        init(term: Int, isCapital: Bool) {
            packed = UInt32(truncatingIfNeeded: term) | (isCapital ? Self.capital : 0)
        }

        @inline(__always) var isLiteral: Bool { packed & Self.literal != 0 }
        @inline(__always) var literalCount: Int { Int(packed & ~Self.literal) }
        @inline(__always) var term: Int { Int(packed & 0xFF_FFFF) }
        @inline(__always) var isCapital: Bool { packed & Self.capital != 0 }
    }

    private struct Start: Sendable {
        var step: Int
        var literal: Int
    }

    var textCount: Int { starts.count }

    mutating func reserveCapacity(words: Int, literalBytes: Int) {
        steps.reserveCapacity(words)
        literals.reserveCapacity(literalBytes)
    }

    /// What a text is made of.
    enum Part {
        /// - flips: its first letter's case is not as expected where it stands.
        case word(Int, flips: Bool)
        case separator(Int)
        case literal(UnsafeBufferPointer<UInt8>)
    }

    /// Calls `body` with the parts of a text, in order.
    @inline(__always)
    func forEachPart(of text: Int, _ body: (Part) -> Void) {
        let end = text + 1 < starts.count ? starts[text + 1].step : steps.count
        var literal = starts[text].literal
        var expectsCapital = true
        literals.withUnsafeBufferPointer { literals in
            for step in steps[starts[text].step..<end] {
                guard step.isLiteral else {
                    body(.word(step.term, flips: step.isCapital != expectsCapital))
                    expectsCapital = false
                    continue
                }
                let bytes = UnsafeBufferPointer(rebasing: literals[literal..<literal + step.literalCount])
                literal += step.literalCount
                expectsCapital = TextSymbol.endsSentence(first: bytes[0], last: bytes[bytes.count - 1])
                let symbol = TextSymbol.separator(bytes)
                body(symbol == TextSymbol.literal ? .literal(bytes) : .separator(symbol))
            }
        }
    }

    mutating func beginText() { starts.append(Start(step: steps.count, literal: literals.count)) }

    mutating func add(_ added: UnsafeBufferPointer<Step>) { steps.append(contentsOf: added) }

    mutating func addLiteral(_ bytes: UnsafeBufferPointer<UInt8>) { literals.append(contentsOf: bytes) }
}

extension TextStream {
    /// How often everything comes that the stream is made of.
    struct Counts: Sendable {
        /// By the term's place.
        var words: [UInt32]
        /// By symbol; those of words are not counted here.
        var symbols = [Int](repeating: 0, count: TextSymbol.count)
        /// By byte, and the end of a run of them.
        var literals = [Int](repeating: 0, count: TextCodes.literalCount)
    }

    func counts(_ order: [SortedTerm]) -> Counts {
        var counts = Counts(words: [])
        var words = [UInt32](repeating: 0, count: order.count)
        for text in 0..<textCount {
            counts.symbols[TextSymbol.end] += 1
            forEachPart(of: text) { part in
                switch part {
                case .word(let term, let flips):
                    words[term] += 1
                    if flips { counts.symbols[TextSymbol.capital] += 1 }
                case .separator(let symbol): counts.symbols[symbol] += 1
                case .literal(let bytes):
                    counts.symbols[TextSymbol.literal] += 1
                    for byte in bytes { counts.literals[Int(byte)] += 1 }
                    counts.literals[TextSymbol.literalEnd] += 1
                }
            }
        }
        counts.words = order.map { words[$0.number] }
        return counts
    }
}

/// Cuts one text into steps as its tokens come by.
struct TextRecorder {
    private var end = 0
    private var isAfterWord = false

    /// Notes the tokens that are written in plain letters; others are left to the literals.
    mutating func record(_ batch: TokenBatch, of text: UnsafeBufferPointer<UInt8>, in stream: inout TextStream) {
        withUnsafeTemporaryAllocation(of: TextStream.Step.self, capacity: 2 * TokenBatch.capacity) { steps in
            var count = 0
            for token in batch.tokens where token.isPlain {
                // One space between two words is not kept.
                let isNear = isAfterWord && token.start == end + 1 && text[end] == 0x20
                if !isNear, token.start > end {
                    steps[count] = TextStream.Step(literalCount: token.start - end)
                    count += 1
                    stream.addLiteral(UnsafeBufferPointer(rebasing: text[end..<token.start]))
                }
                steps[count] = TextStream.Step(term: token.term, isCapital: text[token.start] < 0x61)
                count += 1
                end = token.end
                isAfterWord = true
            }
            stream.add(UnsafeBufferPointer(rebasing: steps[..<count]))
        }
    }

    func finish(_ text: UnsafeBufferPointer<UInt8>, in stream: inout TextStream) {
        guard end < text.count else { return }
        withUnsafePointer(to: TextStream.Step(literalCount: text.count - end)) {
            stream.add(UnsafeBufferPointer(start: $0, count: 1))
        }
        stream.addLiteral(UnsafeBufferPointer(rebasing: text[end...]))
    }
}

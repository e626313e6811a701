/// The texts of a segment's pages as they are packed later: words by number, and the bytes between them.
///
/// One pass over a text serves the index and this, and a text takes a third of the memory that its bytes would.
struct TextStream: Sendable {
    private(set) var steps: [Step] = []
    /// What stands between words, one run after the other.
    private(set) var literals: [UInt8] = []
    /// Where each text begins.
    private var starts: [Start] = []

    /// A word, a run of literal bytes, or a term that the text has there but is not written in plain letters: `2008`, `emel`
    /// for `e-mel`.
    struct Step: Sendable {
        private let packed: UInt32

        private static let isNoWord: UInt32 = 1 << 31
        /// Of a word: it begins with a capital. Of another: it is a term that is not written.
        private static let flag: UInt32 = 1 << 30
        private static let repeated: UInt32 = 1 << 29

        init(literalCount: Int) { packed = Self.isNoWord | UInt32(literalCount) }

        init(unwritten term: Int) { packed = Self.isNoWord | Self.flag | UInt32(truncatingIfNeeded: term) }

        @inline(__always)
        init(term: Int, isCapital: Bool, isRepeated: Bool) {
            packed =
                UInt32(truncatingIfNeeded: term) | (isCapital ? Self.flag : 0) | (isRepeated ? Self.repeated : 0)
        }

        @inline(__always) var isWord: Bool { packed & Self.isNoWord == 0 }
        /// Whether a term was met here, written or not; a word that only repeats the one before counts once.
        @inline(__always) var isTerm: Bool {
            packed & (Self.isNoWord | Self.repeated) == 0 || !isWord && isUnwritten
        }
        /// Of a step that is no word.
        @inline(__always) var isUnwritten: Bool { packed & Self.flag != 0 }
        @inline(__always) var literalCount: Int { Int(packed & ~Self.isNoWord) }
        @inline(__always) var term: Int { Int(packed & 0xFF_FFFF) }
        @inline(__always) var isCapital: Bool { packed & Self.flag != 0 }
    }

    fileprivate struct Start: Sendable {
        private let packed: (step: UInt32, literal: UInt32)

        init(step: Int, literal: Int) { packed = (UInt32(step), UInt32(literal)) }

        @inline(__always) var step: Int { Int(packed.step) }
        @inline(__always) var literal: Int { Int(packed.literal) }
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
        /// A term that is there, but written otherwise.
        case unwritten(Int)
    }

    /// Calls `body` with the parts of a text, in order.
    @inline(__always)
    func forEachPart(of text: Int, _ body: (Part) -> Void) {
        var literal = starts[text].literal
        var expectsCapital = true
        withSteps { steps in
            literals.withUnsafeBufferPointer { literals in
                for step in steps[text] {
                    if step.isWord {
                        body(.word(step.term, flips: step.isCapital != expectsCapital))
                        expectsCapital = false
                        continue
                    }
                    if step.isUnwritten {
                        body(.unwritten(step.term))
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
    }

    /// The steps of all texts, so that many short texts are read without counting references for each.
    struct Steps {
        fileprivate var steps: UnsafeBufferPointer<Step>
        fileprivate var starts: UnsafeBufferPointer<Start>

        @inline(__always)
        fileprivate subscript(_ text: Int) -> Slice<UnsafeBufferPointer<Step>> {
            steps[starts[text].step..<(text + 1 < starts.count ? starts[text + 1].step : steps.count)]
        }

        /// Calls `body` with each term of a text.
        @inline(__always)
        func forEachTerm(of text: Int, _ body: (Int) -> Void) {
            for step in self[text] where step.isTerm { body(step.term) }
        }
    }

    @inline(__always)
    func withSteps(_ body: (Steps) -> Void) {
        steps.withUnsafeBufferPointer { steps in
            starts.withUnsafeBufferPointer { body(Steps(steps: steps, starts: $0)) }
        }
    }

    mutating func beginText() { starts.append(Start(step: steps.count, literal: literals.count)) }

    mutating func add(_ added: UnsafeBufferPointer<Step>) { steps.append(contentsOf: added) }

    mutating func add(unwritten term: Int) { steps.append(Step(unwritten: term)) }

    mutating func addLiteral(_ bytes: UnsafeBufferPointer<UInt8>) { literals.append(contentsOf: bytes) }
}

extension TextStream {
    /// How often everything comes that the stream is made of.
    struct Counts: Sendable {
        /// By term: how often it is written.
        var words: [UInt32]
        /// By term: how often it is there, but written otherwise.
        var unwritten: [UInt32]
        /// By symbol; those of words are not counted here.
        var symbols = [Int](repeating: 0, count: TextSymbol.count)
        /// By byte, and the end of a run of them.
        var literals = [Int](repeating: 0, count: TextCodes.literalCount)
    }

    func counts(termCount: Int) -> Counts {
        let none = [UInt32](repeating: 0, count: termCount)
        var counts = Counts(words: none, unwritten: none)
        for text in 0..<textCount {
            counts.symbols[TextSymbol.end] += 1
            forEachPart(of: text) { part in
                switch part {
                case .word(let term, let flips):
                    counts.words[term] += 1
                    if flips { counts.symbols[TextSymbol.capital] += 1 }
                case .separator(let symbol): counts.symbols[symbol] += 1
                case .literal(let bytes):
                    counts.symbols[TextSymbol.literal] += 1
                    for byte in bytes { counts.literals[Int(byte)] += 1 }
                    counts.literals[TextSymbol.literalEnd] += 1
                case .unwritten(let term): counts.unwritten[term] += 1
                }
            }
        }
        return counts
    }
}

/// Cuts one text into steps as its tokens come by.
struct TextRecorder {
    private let text: UnsafeBufferPointer<UInt8>
    private var end = 0
    private var isAfterWord = false

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    /// Writes at most two steps behind the first `count`. A token that is not written in plain letters is left to the literals.
    @inline(__always)
    mutating func record(
        _ token: TokenBatch.Token, _ isRepeated: Bool, in stream: inout TextStream,
        _ steps: UnsafeMutableBufferPointer<TextStream.Step>, _ count: inout Int
    ) {
        guard token.isPlain else {
            if isRepeated { return }
            steps[count] = TextStream.Step(unwritten: token.term)
            count += 1
            return
        }
        // One space between two words is not kept.
        let isNear = isAfterWord && token.start == end + 1 && text[end] == 0x20
        if !isNear, token.start > end {
            steps[count] = TextStream.Step(literalCount: token.start - end)
            count += 1
            stream.addLiteral(UnsafeBufferPointer(rebasing: text[end..<token.start]))
        }
        steps[count] = TextStream.Step(term: token.term, isCapital: text[token.start] < 0x61, isRepeated: isRepeated)
        count += 1
        end = token.end
        isAfterWord = true
    }

    func finish(in stream: inout TextStream) {
        guard end < text.count else { return }
        withUnsafePointer(to: TextStream.Step(literalCount: text.count - end)) {
            stream.add(UnsafeBufferPointer(start: $0, count: 1))
        }
        stream.addLiteral(UnsafeBufferPointer(rebasing: text[end...]))
    }
}

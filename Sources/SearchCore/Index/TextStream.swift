/// The texts of a segment's sections as they are packed later: words by number, and the bytes between them.
///
/// One pass over a text serves the index and this, and a text takes a third of the memory that its bytes would.
struct TextStream: Sendable {
    private(set) var steps: [Step] = []
    /// What stands between words, one run after the other.
    private(set) var literals: [UInt8] = []
    /// Where each text begins; a section has two, its heading and its text.
    private var starts: [Start] = []

    /// A word, or a run of literal bytes.
    struct Step: Sendable {
        private let packed: UInt32

        private static let literal: UInt32 = 1 << 31
        private static let capital: UInt32 = 1 << 30
        private static let near: UInt32 = 1 << 29

        init(literalCount: Int) { packed = Self.literal | UInt32(literalCount) }

        @inline(__always)
        init(term: Int, isCapital: Bool, isNear: Bool) {
            packed = UInt32(truncatingIfNeeded: term) | (isCapital ? Self.capital : 0) | (isNear ? Self.near : 0)
        }

        @inline(__always) var isLiteral: Bool { packed & Self.literal != 0 }
        @inline(__always) var literalCount: Int { Int(packed & ~Self.literal) }
        @inline(__always) var term: Int { Int(packed & 0xFF_FFFF) }
        @inline(__always) var isCapital: Bool { packed & Self.capital != 0 }
        /// One space parts the word from the word before.
        @inline(__always) var isNear: Bool { packed & Self.near != 0 }
    }

    private struct Start: Sendable {
        var step: Int
        var literal: Int
    }

    /// The steps of a text, and where its literals begin.
    func text(_ number: Int) -> (steps: ArraySlice<Step>, literal: Int) {
        let start = starts[number]
        let end = number + 1 < starts.count ? starts[number + 1].step : steps.count
        return (steps[start.step..<end], start.literal)
    }

    mutating func beginText() { starts.append(Start(step: steps.count, literal: literals.count)) }

    @inline(__always)
    mutating func add(_ step: Step) { steps.append(step) }

    @inline(__always)
    mutating func addLiteral(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        steps.append(Step(literalCount: range.count))
        literals.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
    }
}

/// Cuts one text into steps as its tokens come by.
struct TextRecorder {
    private var end = 0
    private var isAfterWord = false

    /// Notes a token; one that is not written in plain letters is left to the literals.
    @inline(__always)
    mutating func record(
        _ term: Int, _ tokens: TokenScanner, of text: UnsafeBufferPointer<UInt8>, in stream: inout TextStream
    ) {
        guard Self.isPlain(text, tokens) else { return }
        let isNear = isAfterWord && tokens.start == end + 1 && text[end] == 0x20
        if !isNear { stream.addLiteral(text, end..<tokens.start) }
        stream.add(TextStream.Step(term: term, isCapital: text[tokens.start] < 0x61, isNear: isNear))
        end = tokens.end
        isAfterWord = true
    }

    func finish(_ text: UnsafeBufferPointer<UInt8>, in stream: inout TextStream) {
        stream.addLiteral(text, end..<text.count)
    }

    /// Lower-case ASCII letters, the first perhaps a capital.
    @inline(__always)
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>, _ tokens: TokenScanner) -> Bool {
        guard tokens.length == tokens.end - tokens.start, (text[tokens.start] | 0x20) &- 0x61 < 26 else { return false }
        var index = tokens.start + 1
        while index < tokens.end {
            if text[index] &- 0x61 >= 26 { return false }
            index += 1
        }
        return true
    }
}

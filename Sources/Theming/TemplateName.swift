import Synchronization

/// A name by which templates know a value. It is a number, so that looking a value up compares no text.
public struct TemplateName: Hashable, Sendable, ExpressibleByStringLiteral {
    let number: UInt32

    public init(_ text: String) {
        number = Self.known.withLock { $0.number(of: text) }
    }

    public init(stringLiteral text: String) {
        self.init(text)
    }

    public var text: String { Self.known.withLock { $0.texts[Int(number)] } }

    private init(number: UInt32) {
        self.number = number
    }

    /// What `{{.}}` prints.
    static var current: TemplateName { TemplateName(number: 0) }

    private static let known = Mutex(Known())

    private struct Known {
        var texts = ["."]
        var numbers: [String: UInt32] = [".": 0]

        mutating func number(of text: String) -> UInt32 {
            if let number = numbers[text] { return number }
            let number = UInt32(texts.count)
            texts.append(text)
            numbers[text] = number
            return number
        }
    }
}

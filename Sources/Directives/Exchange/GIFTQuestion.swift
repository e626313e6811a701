/// A text of a question: plain, or HTML as Moodle's editor writes it.
struct GIFTText: Equatable {
    var text: String
    var isHTML: Bool

    init(_ text: String, isHTML: Bool = false) {
        self.text = text
        self.isHTML = isHTML
    }

    var isEmpty: Bool { text.isEmpty }
}

/// A question as Moodle's GIFT format knows it.
struct GIFTQuestion: Equatable {
    struct Choice: Equatable {
        var text: GIFTText
        /// Per cent of the points: 100 for the right one of several, less for one of several right ones, 0 or less for a wrong one.
        var weight: Double
        var feedback = GIFTText("")
    }

    struct Number: Equatable {
        var value: String
        var tolerance: String
    }

    enum Answer: Equatable {
        /// One is to be chosen.
        case choice([Choice])
        /// Any number are to be chosen.
        case choices([Choice])
        case truth(Bool, ifWrong: GIFTText, ifRight: GIFTText)
        case words([Choice])
        case numbers([Number])
        case pairs([(left: GIFTText, right: GIFTText)])
        /// Free text, which no program can mark.
        case essay
        /// A text that asks nothing.
        case description

        static func == (a: Self, b: Self) -> Bool { String(describing: a) == String(describing: b) }
    }

    var text: GIFTText
    var answer: Answer
    /// Told to everybody afterwards.
    var feedback = GIFTText("")
    /// 1-based, in the file that it was read from.
    var line = 0
}

/// Something that one format can say and the other cannot.
public struct ExchangeLoss: Sendable, Equatable {
    /// Where it stands in what was read.
    public var file: String
    /// 1-based.
    public var line: Int
    /// One sentence.
    public var message: String
}

/// A question as Moodle's GIFT format knows it. All texts are plain.
struct GIFTQuestion: Equatable {
    struct Choice: Equatable {
        var text: String
        /// Per cent of the points: 100 for the right one of several, less for one of several right ones, 0 or less for a wrong one.
        var weight: Double
        var feedback = ""
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
        case truth(Bool, ifWrong: String, ifRight: String)
        case words([Choice])
        case numbers([Number])
        case pairs([(left: String, right: String)])
        /// Free text, which no program can mark.
        case essay
        /// A text that asks nothing.
        case description

        static func == (a: Self, b: Self) -> Bool { String(describing: a) == String(describing: b) }
    }

    var text: String
    var answer: Answer
    /// Told to everybody afterwards.
    var feedback = ""
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

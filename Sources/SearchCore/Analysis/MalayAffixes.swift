/// A Malay suffix that makes words.
enum MalaySuffix {
    case none, kan, an, i

    static let all: [MalaySuffix] = [.none, .kan, .an, .i]

    /// What is left without it, nil when the word does not end in it.
    func strip(_ word: Stem) -> Stem? {
        switch self {
        case .none: word
        case .kan: word.dropping(suffix: "kan")
        case .an: word.dropping(suffix: "an")
        case .i: word.dropping(suffix: "i")
        }
    }
}

/// A Malay prefix, with what it does to the root that follows.
enum MalayPrefix: UInt8 {
    case di, se, ke, ter, ber, per, men, pen

    static let all: [MalayPrefix] = [.di, .se, .ke, .ter, .ber, .per, .men, .pen]

    var bit: UInt8 { 1 << rawValue }

    /// di- and meN- stand outermost, but for se-.
    func standsInside(_ outer: MalayPrefix?) -> Bool {
        switch self {
        case .di, .men: outer == .se
        default: true
        }
    }

    /// Pairs that no Malay word has, such as ber-…-i.
    func allows(_ suffix: MalaySuffix) -> Bool {
        switch (self, suffix) {
        case (.ber, .i), (.di, .an), (.ke, .kan), (.men, .an), (.se, .an), (.se, .i), (.se, .kan), (.ter, .an): false
        default: true
        }
    }

    var firstLetter: UInt8 { Self.firstLetters.utf8Start[Int(rawValue)] }

    private static let firstLetters: StaticString = "dsktbpmp"
}

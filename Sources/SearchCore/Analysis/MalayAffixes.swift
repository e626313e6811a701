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

    /// Whether a prefix begins as the word does: most words end here.
    static func mayBegin(_ word: Stem) -> Bool {
        switch word[0] {
        case 0x62, 0x64, 0x6B, 0x6D, 0x70, 0x73, 0x74: true
        default: false
        }
    }

    /// Calls `body` with every root that may have stood behind the prefix.
    func strip(_ word: Stem, _ body: (Stem) -> Void) {
        switch self {
        case .di: pass(word.dropping(prefix: "di"), body)
        case .se: pass(word.dropping(prefix: "se"), body)
        case .ke: pass(word.dropping(prefix: "ke"), body)
        case .ter: rolled(word, "ter", "te", body)
        case .ber:
            rolled(word, "ber", "be", body)
            if let rest = word.dropping(prefix: "bel"), rest.hasPrefix("ajar") { body(rest) }
        case .per:
            rolled(word, "per", "pe", body)
            if let rest = word.dropping(prefix: "pel"), rest.hasPrefix("ajar") { body(rest) }
        case .men: nasal(word, "me", body)
        case .pen:
            nasal(word, "pe", body)
            pass(word.dropping(prefix: "pe"), body)
        }
    }

    private func pass(_ rest: Stem?, _ body: (Stem) -> Void) {
        if let rest { body(rest) }
    }

    /// ber-, ter-, per-: the r is lost before r and before a syllable that ends in it (`bekerja`).
    private func rolled(_ word: Stem, _ full: StaticString, _ short: StaticString, _ body: (Stem) -> Void) {
        guard let rest = word.dropping(prefix: short) else { return }
        pass(word.dropping(prefix: full), body)
        guard rest.count > 2 else { return }
        let beforeRolled = rest[1] == 0x65 && rest[2] == 0x72
        if rest[0] == 0x72 || beforeRolled { body(rest) }
    }

    /// meN- and peN-: the nasal swallows p, t, s and k, and is kept before most other letters.
    private func nasal(_ word: Stem, _ begin: StaticString, _ body: (Stem) -> Void) {
        guard word.count >= 5, word.hasPrefix(begin) else { return }
        let rest = word.dropping(first: 2)
        switch rest[0] {
        case 0x6C, 0x6D, 0x6E, 0x72, 0x77, 0x79: body(rest)
        default: return
        }
        if rest[0] == 0x6D { behindM(rest, body) }
        if rest[0] == 0x6E { behindN(rest, body) }
    }

    private func behindM(_ rest: Stem, _ body: (Stem) -> Void) {
        if isVowel(rest[1]) { return rest.with(0x70, at: 0, body) }
        switch rest[1] {
        case 0x62, 0x66, 0x76, 0x70: body(rest.dropping(first: 1))
        default: break
        }
    }

    private func behindN(_ rest: Stem, _ body: (Stem) -> Void) {
        if isVowel(rest[1]) { return rest.with(0x74, at: 0, body) }
        switch rest[1] {
        case 0x63, 0x64, 0x6A, 0x7A, 0x73, 0x74: body(rest.dropping(first: 1))
        case 0x79 where rest.count > 4: rest.dropping(first: 1).with(0x73, at: 0, body)
        case 0x67 where rest.count > 4: behindNG(rest.dropping(first: 1), body)
        default: break
        }
    }

    private func behindNG(_ rest: Stem, _ body: (Stem) -> Void) {
        if isVowel(rest[1]) {
            body(rest.dropping(first: 1))
            rest.with(0x6B, at: 0, body)
            if rest[1] == 0x65, rest.count <= 6 { body(rest.dropping(first: 2)) }
            return
        }
        switch rest[1] {
        case 0x67, 0x68, 0x6B, 0x71: body(rest.dropping(first: 1))
        default: break
        }
    }

    private func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case 0x61, 0x65, 0x69, 0x6F, 0x75: true
        default: false
        }
    }
}

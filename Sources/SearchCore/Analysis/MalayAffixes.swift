/// A Malay suffix that makes words.
enum MalaySuffix {
    case none, kan, an, i

    static let all: [MalaySuffix] = [.none, .kan, .an, .i]

    /// What is left without it, nil when the word does not end in it. Before -an a final b is written p: `jawapan`.
    func strip(_ word: [UInt8]) -> [[UInt8]]? {
        switch self {
        case .none: return [word]
        case .kan: return word.dropping(suffix: "kan").map { [$0] }
        case .i: return word.dropping(suffix: "i").map { [$0] }
        case .an:
            guard let rest = word.dropping(suffix: "an") else { return nil }
            return rest.last == 0x70 ? [rest, rest.dropLast() + [0x62]] : [rest]
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

    /// Every root that may have stood behind the prefix.
    func strip(_ word: [UInt8]) -> [[UInt8]] {
        switch self {
        case .di: one(word.dropping(prefix: "di"))
        case .se: one(word.dropping(prefix: "se"))
        case .ke: one(word.dropping(prefix: "ke"))
        case .ter: rolled(word, "ter", "te")
        case .ber: rolled(word, "ber", "be") + one(word.dropping(prefix: "bel").flatMap { isAjar($0) ? $0 : nil })
        case .per: rolled(word, "per", "pe") + one(word.dropping(prefix: "pel").flatMap { isAjar($0) ? $0 : nil })
        case .men: nasal(word, 0x6D)
        case .pen: nasal(word, 0x70) + one(word.dropping(prefix: "pe"))
        }
    }

    private func one(_ rest: [UInt8]?) -> [[UInt8]] { rest.map { [$0] } ?? [] }

    private func isAjar(_ rest: [UInt8]) -> Bool { rest.starts(withBytes: [UInt8](literal: "ajar")) }

    /// ber-, ter-, per-: the r is lost before r and before a syllable that ends in it (`bekerja`).
    private func rolled(_ word: [UInt8], _ full: StaticString, _ short: StaticString) -> [[UInt8]] {
        var rests = one(word.dropping(prefix: full))
        if let rest = word.dropping(prefix: short), rest.count > 2 {
            let beforeRolled = rest[1] == 0x65 && rest[2] == 0x72
            if rest[0] == 0x72 || beforeRolled { rests.append(rest) }
        }
        return rests
    }

    /// meN- and peN-: the nasal swallows p, t, s and k, and is kept before most other letters.
    private func nasal(_ word: [UInt8], _ first: UInt8) -> [[UInt8]] {
        guard word.count >= 5, word[0] == first, word[1] == 0x65 else { return [] }
        let rest = Array(word[2...])
        var roots: [[UInt8]] = []
        if isLiquidOrNasal(rest[0]) { roots.append(rest) }
        if rest[0] == 0x6D { addBehindM(Array(rest[1...]), &roots) }
        if rest[0] == 0x6E { addBehindN(Array(rest[1...]), &roots) }
        return roots
    }

    private func isLiquidOrNasal(_ letter: UInt8) -> Bool {
        switch letter {
        case 0x6C, 0x6D, 0x6E, 0x72, 0x77, 0x79: true
        default: false
        }
    }

    private func addBehindM(_ rest: [UInt8], _ roots: inout [[UInt8]]) {
        if isVowel(rest[0]) { return roots.append([0x70] + rest) }
        switch rest[0] {
        case 0x62, 0x66, 0x76, 0x70: roots.append(rest)
        default: break
        }
    }

    private func addBehindN(_ rest: [UInt8], _ roots: inout [[UInt8]]) {
        if isVowel(rest[0]) { return roots.append([0x74] + rest) }
        switch rest[0] {
        case 0x63, 0x64, 0x6A, 0x7A, 0x73, 0x74: roots.append(rest)
        case 0x79 where rest.count > 3: roots.append([0x73] + rest[1...])
        case 0x67 where rest.count > 3: addBehindNG(Array(rest[1...]), &roots)
        default: break
        }
    }

    private func addBehindNG(_ rest: [UInt8], _ roots: inout [[UInt8]]) {
        if isVowel(rest[0]) {
            roots.append(rest)
            roots.append([0x6B] + rest)
            if rest[0] == 0x65, rest.count <= 5 { roots.append(Array(rest[1...])) }
            return
        }
        switch rest[0] {
        case 0x67, 0x68, 0x6B, 0x71: roots.append(rest)
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

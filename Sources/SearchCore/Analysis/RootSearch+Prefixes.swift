/// What a prefix does to the root that follows.
extension RootSearch {
    /// Goes on with every root that may have stood behind the prefix.
    @inline(never)
    mutating func strip(_ prefix: MalayPrefix, off word: Stem, _ step: Step) {
        switch prefix {
        case .di: pass(word.dropping(prefix: "di"), step)
        case .se: pass(word.dropping(prefix: "se"), step)
        case .ke: pass(word.dropping(prefix: "ke"), step)
        case .ter: rolled(word, "ter", "te", step)
        case .ber:
            rolled(word, "ber", "be", step)
            if let rest = word.dropping(prefix: "bel"), rest.hasPrefix("ajar") { go(on: rest, step) }
        case .per:
            rolled(word, "per", "pe", step)
            if let rest = word.dropping(prefix: "pel"), rest.hasPrefix("ajar") { go(on: rest, step) }
        case .men: nasal(word, "me", step)
        case .pen:
            nasal(word, "pe", step)
            pass(word.dropping(prefix: "pe"), step)
        }
    }

    private mutating func pass(_ rest: Stem?, _ step: Step) {
        if let rest { go(on: rest, step) }
    }

    /// Goes on with the letter that the prefix had swallowed.
    @inline(never)
    private mutating func go(on rest: Stem, writing letter: UInt8, _ step: Step) {
        let kept = rest.replaceFirst(by: letter)
        go(on: rest, step)
        _ = rest.replaceFirst(by: kept)
    }

    /// ber-, ter-, per-: the r is lost before r and before a syllable that ends in it (`bekerja`).
    private mutating func rolled(_ word: Stem, _ full: StaticString, _ short: StaticString, _ step: Step) {
        guard let rest = word.dropping(prefix: short) else { return }
        pass(word.dropping(prefix: full), step)
        guard rest.count > 2 else { return }
        let beforeRolled = rest[1] == 0x65 && rest[2] == 0x72
        if rest[0] == 0x72 || beforeRolled { go(on: rest, step) }
    }

    /// meN- and peN-: the nasal swallows p, t, s and k, and is kept before most other letters.
    private mutating func nasal(_ word: Stem, _ begin: StaticString, _ step: Step) {
        guard word.count >= 5, word.hasPrefix(begin) else { return }
        let rest = word.dropping(first: 2)
        switch rest[0] {
        case 0x6C, 0x6D, 0x6E, 0x72, 0x77, 0x79: go(on: rest, step)
        default: return
        }
        if rest[0] == 0x6D { behindM(rest, step) }
        if rest[0] == 0x6E { behindN(rest, step) }
    }

    private mutating func behindM(_ rest: Stem, _ step: Step) {
        if isVowel(rest[1]) { return go(on: rest, writing: 0x70, step) }
        switch rest[1] {
        case 0x62, 0x66, 0x76, 0x70: go(on: rest.dropping(first: 1), step)
        default: break
        }
    }

    private mutating func behindN(_ rest: Stem, _ step: Step) {
        if isVowel(rest[1]) { return go(on: rest, writing: 0x74, step) }
        switch rest[1] {
        case 0x63, 0x64, 0x6A, 0x7A, 0x73, 0x74: go(on: rest.dropping(first: 1), step)
        case 0x79 where rest.count > 4: go(on: rest.dropping(first: 1), writing: 0x73, step)
        case 0x67 where rest.count > 4: behindNG(rest.dropping(first: 1), step)
        default: break
        }
    }

    private mutating func behindNG(_ rest: Stem, _ step: Step) {
        if isVowel(rest[1]) {
            go(on: rest.dropping(first: 1), step)
            go(on: rest, writing: 0x6B, step)
            if rest[1] == 0x65, rest.count <= 6 { go(on: rest.dropping(first: 2), step) }
            return
        }
        switch rest[1] {
        case 0x67, 0x68, 0x6B, 0x6C, 0x71: go(on: rest.dropping(first: 1), step)
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

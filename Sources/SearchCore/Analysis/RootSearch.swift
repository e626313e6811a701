/// Tries the analyses of one Malay word and keeps the best root.
///
/// Longer roots of larger families with fewer affixes win: this is what tells `kawal` from `awal` in `pengawal`.
struct RootSearch {
    let roots: RootTable
    /// Look for two roots written together instead of one.
    var findsCompounds = false
    private(set) var best: [UInt8]?
    /// Where the second word of the best compound begins.
    private(set) var split = 0
    private var bestScore = Int32.min

    init(roots: RootTable) { self.roots = roots }

    mutating func run(_ word: [UInt8]) {
        for (base, affixes) in Self.withoutParticles(word) {
            for suffix in MalaySuffix.all {
                guard let stems = suffix.strip(base) else { continue }
                let count = affixes + (suffix == .none ? 0 : 1)
                for stem in stems {
                    strip(stem, outermost: nil, used: 0, suffix: suffix, affixes: count, depth: 0)
                }
            }
        }
    }

    /// The word with and without particle and clitic, and how many of them were taken off.
    private static func withoutParticles(_ word: [UInt8]) -> [(word: [UInt8], affixes: Int32)] {
        var bases: [(word: [UInt8], affixes: Int32)] = [(word, 0)]
        for ending: StaticString in ["lah", "kah", "tah", "pun"] {
            if let rest = word.dropping(suffix: ending) { bases.append((rest, 1)) }
        }
        for base in bases {
            for ending: StaticString in ["nya", "ku", "mu"] {
                if let rest = base.word.dropping(suffix: ending) { bases.append((rest, base.affixes + 1)) }
            }
        }
        return bases
    }

    /// Judges the stem, then takes another prefix off it, up to three.
    private mutating func strip(
        _ stem: [UInt8], outermost: MalayPrefix?, used: UInt8, suffix: MalaySuffix, affixes: Int32, depth: Int
    ) {
        if let outermost, !outermost.allows(suffix) { return }
        judge(stem, affixes: affixes)
        guard depth < 3 else { return }
        for prefix in MalayPrefix.all where used & prefix.bit == 0 && (depth == 0 || prefix.standsInside(outermost)) {
            for rest in prefix.strip(stem) where rest.count >= 3 {
                strip(
                    rest, outermost: outermost ?? prefix, used: used | prefix.bit, suffix: suffix,
                    affixes: affixes + 1, depth: depth + 1)
            }
        }
    }

    private mutating func judge(_ stem: [UInt8], affixes: Int32) {
        if findsCompounds { return judgeCompound(stem, affixes: affixes) }
        guard stem.count >= 3, let weight = roots.weight(stem[...]) else { return }
        let score = weight - 25 * affixes + 35 * Int32(stem.count)
        if score > bestScore {
            bestScore = score
            best = stem
        }
    }

    private mutating func judgeCompound(_ stem: [UInt8], affixes: Int32) {
        guard stem.count >= 8 else { return }
        for place in 4...stem.count - 4 {
            guard let first = roots.weight(stem[..<place]), let second = roots.weight(stem[place...]) else { continue }
            let score = first + second - 25 * affixes
            if score > bestScore {
                bestScore = score
                best = stem
                split = place
            }
        }
    }
}

extension [UInt8] {
    /// Without the ending, or nil when there is none or less than three letters would be left.
    func dropping(suffix: StaticString) -> [UInt8]? {
        let size = suffix.utf8CodeUnitCount
        guard count >= size + 3 else { return nil }
        for index in 0..<size where self[count - size + index] != suffix.utf8Start[index] { return nil }
        return Array(self[..<(count - size)])
    }

    func dropping(prefix: StaticString) -> [UInt8]? {
        let size = prefix.utf8CodeUnitCount
        guard count >= size + 2 else { return nil }
        for index in 0..<size where self[index] != prefix.utf8Start[index] { return nil }
        return Array(self[size...])
    }
}

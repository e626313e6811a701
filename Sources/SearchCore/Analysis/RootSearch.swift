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
        var letters = word
        letters.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            run(Stem(base, count: buffer.count))
        }
    }

    /// Tries the word with and without particle and clitic.
    private mutating func run(_ word: Stem) {
        let bare = Self.withoutParticle(word)
        tryEndings(word, affixes: 0)
        if let bare { tryEndings(bare, affixes: 1) }
        if let rest = Self.withoutClitic(word) { tryEndings(rest, affixes: 1) }
        if let bare, let rest = Self.withoutClitic(bare) { tryEndings(rest, affixes: 2) }
    }

    private static func withoutParticle(_ word: Stem) -> Stem? {
        word.dropping(suffix: "lah") ?? word.dropping(suffix: "kah") ?? word.dropping(suffix: "tah")
            ?? word.dropping(suffix: "pun")
    }

    private static func withoutClitic(_ word: Stem) -> Stem? {
        word.dropping(suffix: "nya") ?? word.dropping(suffix: "ku") ?? word.dropping(suffix: "mu")
    }

    private mutating func tryEndings(_ word: Stem, affixes: Int32) {
        for suffix in MalaySuffix.all {
            guard let stem = suffix.strip(word) else { continue }
            let count = affixes + (suffix == .none ? 0 : 1)
            strip(stem, outermost: nil, used: 0, suffix: suffix, affixes: count, depth: 0)
            // Before -an a final b is written p: `jawapan`.
            if suffix == .an, stem[stem.count - 1] == 0x70 {
                stem.with(0x62, at: stem.count - 1) {
                    strip($0, outermost: nil, used: 0, suffix: suffix, affixes: count, depth: 0)
                }
            }
        }
    }

    /// Judges the stem, then takes another prefix off it, up to three.
    private mutating func strip(
        _ stem: Stem, outermost: MalayPrefix?, used: UInt8, suffix: MalaySuffix, affixes: Int32, depth: Int
    ) {
        if let outermost, !outermost.allows(suffix) { return }
        judge(stem, affixes: affixes)
        guard depth < 3, MalayPrefix.mayBegin(stem) else { return }
        for prefix in MalayPrefix.all where used & prefix.bit == 0 && (depth == 0 || prefix.standsInside(outermost)) {
            prefix.strip(stem) { rest in
                guard rest.count >= 3 else { return }
                strip(
                    rest, outermost: outermost ?? prefix, used: used | prefix.bit, suffix: suffix,
                    affixes: affixes + 1, depth: depth + 1)
            }
        }
    }

    private mutating func judge(_ stem: Stem, affixes: Int32) {
        if findsCompounds { return judgeCompound(stem, affixes: affixes) }
        guard stem.count >= 3, let weight = roots.weight(stem.bytes) else { return }
        let score = weight - 25 * affixes + 35 * Int32(stem.count)
        if score > bestScore {
            bestScore = score
            best = Array(stem.bytes)
        }
    }

    private mutating func judgeCompound(_ stem: Stem, affixes: Int32) {
        guard stem.count >= 8, roots.mayBegin(stem.bytes) else { return }
        for place in 4...stem.count - 4 {
            let rest = stem.dropping(first: place).bytes
            guard roots.mayBegin(rest), let first = roots.weight(stem.part(0..<place).bytes),
                let second = roots.weight(rest)
            else { continue }
            let score = first + second - 25 * affixes
            if score > bestScore {
                bestScore = score
                best = Array(stem.bytes)
                split = place
            }
        }
    }
}

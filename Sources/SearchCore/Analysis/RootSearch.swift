/// Tries the analyses of one Malay word and keeps the best root, or the best two roots written solid when it has none.
///
/// Longer roots of larger families with fewer affixes win: this is what tells `kawal` from `awal` in `pengawal`.
struct RootSearch {
    private let stemmer: MalayStemmer
    private(set) var root: Found?
    private(set) var compound: Found?
    /// Where the compound's second word begins.
    private(set) var split = 0

    struct Found {
        var letters: [UInt8]
        /// What was taken off to find it.
        var step: Step
        fileprivate var score: Int32
    }

    init(_ stemmer: MalayStemmer) { self.stemmer = stemmer }

    mutating func run(_ word: [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { letters in
            _ = letters.initialize(from: word)
            if let base = letters.baseAddress { run(Stem(base, count: word.count)) }
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

    @inline(never)
    private static func withoutParticle(_ word: Stem) -> Stem? {
        word.dropping(suffix: "lah") ?? word.dropping(suffix: "kah") ?? word.dropping(suffix: "tah")
            ?? word.dropping(suffix: "pun")
    }

    @inline(never)
    private static func withoutClitic(_ word: Stem) -> Stem? {
        word.dropping(suffix: "nya") ?? word.dropping(suffix: "ku") ?? word.dropping(suffix: "mu")
    }

    @inline(never)
    private mutating func tryEndings(_ word: Stem, affixes: Int32) {
        for suffix in MalaySuffix.all {
            guard let stem = suffix.strip(word) else { continue }
            let step = Step(suffix: suffix, affixes: affixes + (suffix == .none ? 0 : 1))
            strip(stem, step)
            // Before -an a final b is written p: `jawapan`.
            if suffix == .an, stem[stem.count - 1] == 0x70 {
                let last = stem.dropping(first: stem.count - 1)
                let kept = last.replaceFirst(by: 0x62)
                strip(stem, step)
                _ = last.replaceFirst(by: kept)
            }
        }
    }

    /// What has been taken off a stem.
    struct Step {
        var outermost: MalayPrefix?
        /// The prefixes by their bits.
        var used: UInt8 = 0
        var suffix: MalaySuffix
        var affixes: Int32
        var depth = 0
    }

    /// Judges the stem, then takes another prefix off it, up to three.
    @inline(never)
    private mutating func strip(_ stem: Stem, _ step: Step) {
        if let outermost = step.outermost, !outermost.allows(step.suffix) { return }
        judge(stem, step)
        guard step.depth < 3 else { return }
        for prefix in MalayPrefix.all where prefix.firstLetter == stem[0] && step.used & prefix.bit == 0 {
            guard step.depth == 0 || prefix.standsInside(step.outermost) else { continue }
            var next = step
            next.outermost = step.outermost ?? prefix
            next.used |= prefix.bit
            next.affixes += 1
            next.depth += 1
            strip(prefix, off: stem, next)
        }
    }

    /// Goes on with what is left behind a prefix.
    @inline(never)
    mutating func go(on rest: Stem, _ step: Step) {
        if rest.count >= 3 { strip(rest, step) }
    }

    private mutating func judge(_ stem: Stem, _ step: Step) {
        guard stem.count >= 3, let weight = stemmer.roots.weight(stem.bytes) else {
            if root == nil { judgeCompound(stem, step) }
            return
        }
        let score = weight - 25 * step.affixes + 35 * Int32(stem.count)
        if root.map({ score > $0.score }) ?? true { root = Found(letters: Array(stem.bytes), step: step, score: score) }
    }

    @inline(never)
    private mutating func judgeCompound(_ stem: Stem, _ step: Step) {
        guard stem.count >= 8, stemmer.roots.mayBegin(stem.bytes) else { return }
        for place in 4...stem.count - 4 {
            let rest = stem.dropping(first: place).bytes
            guard stemmer.roots.mayBegin(rest), let first = stemmer.roots.weight(stem.part(0..<place).bytes),
                let second = stemmer.roots.weight(rest)
            else { continue }
            let score = first + second - 25 * step.affixes
            if compound.map({ score > $0.score }) ?? true {
                compound = Found(letters: Array(stem.bytes), step: step, score: score)
                split = place
            }
        }
    }
}

/// The vocabulary: its commonest words, which stand in the start file, and the rest as it is cut into files, by word and by
/// reversed word.
struct VocabularyPlan: Sendable {
    let words: [VocabularyWord]
    let rest: [VocabularyWord]
    let forward: [Range<Int>]
    let reversed: [VocabularyWord]
    let backward: [Range<Int>]
    /// Numbers of the commonest words, the commonest first; of words as common by doublings, in their order.
    let commonest: [Int]

    private static let fileWords = 4_000
    /// So few files are read whole where typing errors are looked up, and need no copy by reversed word.
    private static let filesWithoutReversed = 3
    private static let headCount = 5_000

    init(_ merge: TermMerge, _ segments: [IndexSegment]) {
        let documents = EntryPlan.documentCounts(merge, segments)
        let words = documents.indices.map { VocabularyWord(Array(merge.words[$0]), documents: documents[$0]) }
        let common = words.indices.filter { documents[$0] > 1 && words[$0].word.count > 1 }.sorted {
            documents[$0] != documents[$1] ? documents[$0] > documents[$1] : $0 < $1
        }
        commonest = common.prefix(Self.headCount).sorted {
            let (first, second) = (words[$0].magnitude, words[$1].magnitude)
            return first != second ? first > second : $0 < $1
        }
        self.words = words
        var isCommon = [Bool](repeating: false, count: words.count)
        for word in commonest { isCommon[word] = true }
        let rest = words.indices.filter { !isCommon[$0] }.map { words[$0] }
        self.rest = rest
        forward = EntryPlan.cut(rest.count, size: Self.fileWords) { _ in 1 }
        guard forward.count > Self.filesWithoutReversed else {
            reversed = []
            backward = []
            return
        }
        var backwards = TermTable()
        for word in rest { _ = backwards.intern(word.word.reversed()) }
        reversed = backwards.sorted().map { term in
            VocabularyWord(Array(backwards[term.number]), magnitude: rest[term.number].magnitude)
        }
        backward = EntryPlan.cut(reversed.count, size: Self.fileWords) { _ in 1 }
    }

    var fileCount: Int { forward.count + backward.count }

    func file(_ index: Int, _ codes: TextCodes) -> (content: FileContent, kind: FileKind, number: Int) {
        let number = index - forward.count
        let isForward = number < 0
        let run = isForward ? rest[forward[index]] : reversed[backward[number]]
        let content = FileContent(bits: VocabularyShard.bits(run, codes))
        return isForward ? (content, .vocabulary, index) : (content, .reversed, number)
    }

    /// The commonest words, sorted.
    var headWords: [VocabularyWord] { commonest.sorted().map { words[$0] } }

    /// The place of each word among the commonest, or -1.
    var ranks: [Int32] {
        var ranks = [Int32](repeating: -1, count: words.count)
        for (rank, word) in commonest.enumerated() { ranks[word] = Int32(rank) }
        return ranks
    }
}

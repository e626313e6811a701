/// The vocabulary: its commonest words, which stand in the start file, and the rest as it is cut into files, by word and by
/// reversed word.
struct VocabularyPlan: Sendable {
    let words: WordList
    private let magnitudes: [UInt8]
    /// Numbers of the words that are not among the commonest.
    let rest: [Int]
    let forward: [Range<Int>]
    /// The rest, each word written backwards.
    private let reversedWords: WordList
    /// Places in the rest, in the order of the reversed words.
    private let backwards: [Int]
    let backward: [Range<Int>]
    /// Numbers of the commonest words, the commonest first; of words as common by doublings, in their order.
    let commonest: [Int]

    private static let fileWords = 4_000
    /// So few files are read whole where typing errors are looked up, and need no copy by reversed word.
    private static let filesWithoutReversed = 3
    private static let headCount = 5_000

    /// - Parameter documents: how many documents each word has.
    init(_ words: WordList, documents: [Int]) {
        self.words = words
        let magnitudes = documents.map { VocabularyWord.magnitude(documents: $0) }
        self.magnitudes = magnitudes
        let common = documents.indices.filter { documents[$0] > 1 && words[$0].count > 1 }.sorted {
            documents[$0] != documents[$1] ? documents[$0] > documents[$1] : $0 < $1
        }
        commonest = common.prefix(Self.headCount).sorted {
            magnitudes[$0] != magnitudes[$1] ? magnitudes[$0] > magnitudes[$1] : $0 < $1
        }
        var isCommon = [Bool](repeating: false, count: words.count)
        for word in commonest { isCommon[word] = true }
        let rest = documents.indices.filter { !isCommon[$0] }
        self.rest = rest
        forward = EntryPlan.cut(rest.count, size: Self.fileWords) { _ in 1 }
        var reversed = WordList()
        if forward.count > Self.filesWithoutReversed {
            for word in rest { reversed.append(words[word].reversed()) }
        }
        reversedWords = reversed
        backwards = reversed.order()
        backward = EntryPlan.cut(backwards.count, size: Self.fileWords) { _ in 1 }
    }

    var fileCount: Int { forward.count + backward.count }

    func file(_ index: Int, _ codes: TextCodes) -> (content: FileContent, kind: FileKind, number: Int) {
        let number = index - forward.count
        let isForward = number < 0
        let bits =
            isForward
            ? VocabularyShard.bits(forward[index], codes) { (words[rest[$0]], magnitudes[rest[$0]]) }
            : VocabularyShard.bits(backward[number], codes) { (reversed($0), magnitudes[rest[backwards[$0]]]) }
        return isForward ? (FileContent(bits: bits), .vocabulary, index) : (FileContent(bits: bits), .reversed, number)
    }

    /// A word of the rest, reversed; `place` is in the order of the reversed words.
    func reversed(_ place: Int) -> ArraySlice<UInt8> { reversedWords[backwards[place]] }

    func forEachReversed(_ body: (ArraySlice<UInt8>) -> Void) {
        for place in backwards { body(reversedWords[place]) }
    }

    /// The commonest words, sorted.
    var headWords: [VocabularyWord] {
        commonest.sorted().map { VocabularyWord(Array(words[$0]), magnitude: magnitudes[$0]) }
    }

    /// The place of each word among the commonest, or -1.
    var ranks: [Int32] {
        var ranks = [Int32](repeating: -1, count: words.count)
        for (rank, word) in commonest.enumerated() { ranks[word] = Int32(rank) }
        return ranks
    }
}

/// The vocabulary as it is cut into files, by word and by reversed word, and its commonest words.
struct VocabularyPlan: Sendable {
    let words: [(word: [UInt8], documents: Int)]
    let reversed: [(word: [UInt8], documents: Int)]
    let forward: [Range<Int>]
    let backward: [Range<Int>]

    private static let fileWords = 4_000
    /// So few files are read whole where typing errors are looked up, and need no copy by reversed word.
    private static let filesWithoutReversed = 3
    private static let headCount = 5_000

    init(_ merge: TermMerge, _ segments: [IndexSegment]) {
        let counts = EntryPlan.documentCounts(merge, segments)
        words = (0..<merge.words.count).map { (Array(merge.words[$0]), counts[$0]) }
        forward = EntryPlan.cut(words.count, size: Self.fileWords) { _ in 1 }
        guard forward.count > Self.filesWithoutReversed else {
            reversed = []
            backward = []
            return
        }
        var backwards = TermTable()
        for word in words { _ = backwards.intern(word.word.reversed()) }
        reversed = backwards.sorted().map { [words] in (Array(backwards[$0]), words[$0].documents) }
        backward = EntryPlan.cut(reversed.count, size: Self.fileWords) { _ in 1 }
    }

    var fileCount: Int { forward.count + backward.count }

    func file(_ index: Int) -> (payload: [UInt8], kind: FileKind, number: Int) {
        if index < forward.count { return (VocabularyShard.payload(Array(words[forward[index]])), .vocabulary, index) }
        let number = index - forward.count
        return (VocabularyShard.payload(Array(reversed[backward[number]])), .reversed, number)
    }

    /// The numbers of the commonest words: by how common they are on a scale of doublings, then by word.
    var commonest: [Int] {
        let common = words.indices.filter { words[$0].documents > 1 && words[$0].word.count > 1 }.sorted {
            words[$0].documents != words[$1].documents ? words[$0].documents > words[$1].documents : $0 < $1
        }
        return common.prefix(Self.headCount).sorted {
            let (first, second) = (magnitude($0), magnitude($1))
            return first != second ? first > second : $0 < $1
        }
    }

    private func magnitude(_ word: Int) -> UInt8 { VocabularyShard.magnitude(words[word].documents) }

    /// The commonest words, sorted.
    var headWords: [StartFile.HeadWord] {
        commonest.sorted().map { StartFile.HeadWord(word: words[$0].word, magnitude: magnitude($0)) }
    }

    /// The place of each word among the commonest, or -1.
    var ranks: [Int32] {
        var ranks = [Int32](repeating: -1, count: words.count)
        for (rank, word) in commonest.enumerated() { ranks[word] = Int32(rank) }
        return ranks
    }
}

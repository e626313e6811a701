/// Which pages' texts lie together in one file.
struct PiecePlan: Sendable {
    let ranges: [Range<Int>]
    /// The first page of each segment.
    private let segmentStarts: [Int]
    /// For each segment and each of its terms, how it is packed.
    private let words: [[PackedWord]]
    private let codes: TextCodes

    init(_ segments: [IndexSegment], _ merge: TermMerge, ranks: [Int32], _ codes: TextCodes, size: Int) {
        self.codes = codes
        var sizes: [Int] = []
        var starts: [Int] = []
        for segment in segments {
            starts.append(sizes.count)
            for page in segment.lengths.pages { sizes.append(100 + page.bytes) }
        }
        segmentStarts = starts
        words = zip(segments, merge.globals(segments)).map { segment, words in
            words.map { PackedWord(rank: ranks[Int($0)], word: $0, codes) }
        }
        ranges = EntryPlan.cut(sizes.count, size: size) { sizes[$0] }
    }

    func content(_ piece: Int, _ segments: [IndexSegment]) -> FileContent {
        var writer = PagePieceWriter(firstPage: ranges[piece].lowerBound, count: ranges[piece].count, codes)
        var segment = segmentStarts.count - 1
        while segmentStarts[segment] > ranges[piece].lowerBound { segment -= 1 }
        for page in ranges[piece] {
            while segment + 1 < segments.count, segmentStarts[segment + 1] <= page { segment += 1 }
            writer.add(page - segmentStarts[segment], of: segments[segment], words[segment])
        }
        return writer.content
    }
}

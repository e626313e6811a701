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
        let packed = (0..<merge.words.count).map {
            PackedWord(merge.words[$0], rank: ranks[$0], number: $0, codes)
        }
        words = merge.globals(segments).map { words in words.map { packed[Int($0)] } }
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

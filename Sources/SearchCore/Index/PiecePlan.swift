/// Which pages' texts lie together in one file.
struct PiecePlan: Sendable {
    let ranges: [Range<Int>]
    /// The first page of each segment, and the first section of each of its pages.
    private let segmentStarts: [Int]
    private let sectionStarts: [[Int]]
    /// For each segment and each of its terms, how it is packed.
    private let codes: [[PackedWord]]

    init(_ segments: [IndexSegment], _ merge: TermMerge, ranks: [Int32], size: Int) {
        var sizes: [Int] = []
        var starts: [Int] = []
        for segment in segments {
            starts.append(sizes.count)
            for page in segment.lengths.pages { sizes.append(100 + page.bytes) }
        }
        segmentStarts = starts
        sectionStarts = segments.map { segment in
            var next = 0
            return segment.pages.map { page in
                next += page.sections.count
                return next - page.sections.count
            }
        }
        codes = zip(segments, merge.globals(segments)).map { segment, words in
            words.enumerated().map { term, word in
                PackedWord(rank: ranks[Int(word)], word: word, length: segment.terms.length(term))
            }
        }
        ranges = EntryPlan.cut(sizes.count, size: size) { sizes[$0] }
    }

    func payload(_ piece: Int, _ segments: [IndexSegment]) -> [UInt8] {
        var writer = PagePieceWriter(firstPage: ranges[piece].lowerBound, count: ranges[piece].count)
        var segment = segmentStarts.count - 1
        while segmentStarts[segment] > ranges[piece].lowerBound { segment -= 1 }
        for page in ranges[piece] {
            while segment + 1 < segments.count, segmentStarts[segment + 1] <= page { segment += 1 }
            let number = page - segmentStarts[segment]
            writer.add(
                number, of: segments[segment], firstSection: sectionStarts[segment][number], codes: codes[segment])
        }
        return writer.payload
    }
}

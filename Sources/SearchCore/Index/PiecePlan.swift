/// Which pages' texts lie together in one file.
struct PiecePlan: Sendable {
    let ranges: [Range<Int>]
    private let segmentStarts: [Int]

    init(_ segments: [IndexSegment], size: Int) {
        var sizes: [Int] = []
        var starts: [Int] = []
        for segment in segments {
            starts.append(sizes.count)
            for page in segment.pages {
                sizes.append(page.sections.reduce(100) { $0 + $1.text.count + $1.heading.count })
            }
        }
        segmentStarts = starts
        ranges = EntryPlan.cut(sizes.count, size: size) { sizes[$0] }
    }

    /// - Parameters:
    ///   - words: for each segment, the index's number of each of its terms.
    ///   - ranks: the place of each word of the index in the dictionary of its commonest words, or -1.
    func payload(_ piece: Int, _ segments: [IndexSegment], words: [[UInt32]], ranks: [Int32]) -> [UInt8] {
        var writer = PagePieceWriter(firstPage: ranges[piece].lowerBound, count: ranges[piece].count, ranks: ranks)
        for page in ranges[piece] {
            var segment = segmentStarts.count - 1
            while segmentStarts[segment] > page { segment -= 1 }
            writer.add(page - segmentStarts[segment], of: segments[segment], words: words[segment])
        }
        return writer.payload
    }
}

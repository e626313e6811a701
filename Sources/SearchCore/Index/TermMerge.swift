/// The distinct terms of all segments in the order of their bytes, and where each segment keeps them.
struct TermMerge: Sendable {
    private(set) var words = WordList()
    /// By word and, for each word, by segment: the term's place in the segment, or -1.
    private var places: [Int32] = []
    private let segmentCount: Int

    init(_ segments: [IndexSegment]) {
        segmentCount = segments.count
        let tables = segments.map { $0.terms }
        let orders = segments.map { $0.order }
        var next = [Int](repeating: 0, count: segments.count)
        while let first = Self.least(tables, orders, next) {
            let term = orders[first][next[first]]
            words.append(tables[first][term.number])
            for index in orders.indices {
                let isHere =
                    next[index] < orders[index].count
                    && (index == first || tables[index].equals(orders[index][next[index]], tables[first], term))
                places.append(isHere ? Int32(next[index]) : -1)
                if isHere { next[index] += 1 }
            }
        }
    }

    /// The word's place in a segment, or nil where the segment has no such word.
    @inline(__always)
    func place(of word: Int, in segment: Int) -> Int? {
        let place = places[word * segmentCount + segment]
        return place < 0 ? nil : Int(place)
    }

    /// For each segment, the number of each of its terms among `words`.
    func globals(_ segments: [IndexSegment]) -> [[UInt32]] {
        segments.enumerated().map { index, segment in
            var numbers = [UInt32](repeating: 0, count: segment.order.count)
            for word in 0..<words.count {
                if let place = place(of: word, in: index) { numbers[segment.order[place].number] = UInt32(word) }
            }
            return numbers
        }
    }

    private static func least(_ tables: [TermTable], _ orders: [[TermTable.SortedTerm]], _ next: [Int]) -> Int? {
        var best: Int?
        for index in orders.indices where next[index] < orders[index].count {
            guard let other = best else {
                best = index
                continue
            }
            if tables[index].precedes(orders[index][next[index]], tables[other], orders[other][next[other]]) {
                best = index
            }
        }
        return best
    }
}

/// Byte strings in one arena.
struct WordList: Sendable {
    private(set) var arena: [UInt8] = []
    private var offsets: [UInt32] = [0]

    var count: Int { offsets.count - 1 }

    mutating func append(_ word: ArraySlice<UInt8>) {
        arena.append(contentsOf: word)
        offsets.append(UInt32(arena.count))
    }

    subscript(_ index: Int) -> ArraySlice<UInt8> {
        arena[Int(offsets[index])..<Int(offsets[index + 1])]
    }
}

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

    /// How many documents each word has, sections and pages.
    func documentCounts(_ segments: [IndexSegment]) -> [Int] {
        var counts = [Int](repeating: 0, count: words.count)
        for (index, segment) in segments.enumerated() {
            let (sections, pages) = (segment.sections.runs, segment.pageFields.runs)
            for word in counts.indices {
                guard let place = place(of: word, in: index) else { continue }
                counts[word] += sections.count(place) + pages.count(place)
            }
        }
        return counts
    }

    private static func least(_ tables: [TermTable], _ orders: [[SortedTerm]], _ next: [Int]) -> Int? {
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

/// The distinct terms of all segments in the order of their bytes, and where each segment keeps them.
struct TermMerge: Sendable {
    private(set) var words = WordList()
    /// For each segment and word, the segment's number of the term, or -1.
    private(set) var locals: [[Int32]]

    init(_ segments: [IndexSegment]) {
        locals = segments.map { _ in [] }
        let orders = segments.map { $0.order }
        var next = [Int](repeating: 0, count: segments.count)
        while let first = Self.least(segments, orders, next) {
            let place = next[first]
            words.append(segments[first].terms[orders[first][place]])
            for (index, segment) in segments.enumerated() {
                guard next[index] < orders[index].count else {
                    locals[index].append(-1)
                    continue
                }
                let term = orders[index][next[index]]
                let same = index == first || segment.terms.equals(term, segments[first].terms, orders[first][place])
                locals[index].append(same ? Int32(term) : -1)
                if same { next[index] += 1 }
            }
        }
    }

    /// For each segment, the number of each of its terms among `words`.
    func globals(_ segments: [IndexSegment]) -> [[UInt32]] {
        locals.enumerated().map { index, locals in
            var numbers = [UInt32](repeating: 0, count: segments[index].terms.count)
            for (word, local) in locals.enumerated() where local >= 0 { numbers[Int(local)] = UInt32(word) }
            return numbers
        }
    }

    private static func least(_ segments: [IndexSegment], _ orders: [[Int]], _ next: [Int]) -> Int? {
        var best: Int?
        for index in segments.indices where next[index] < orders[index].count {
            guard let other = best else {
                best = index
                continue
            }
            let otherTerm = orders[other][next[other]]
            if segments[index].terms.precedes(orders[index][next[index]], segments[other].terms, otherTerm) {
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

/// Finds the pages nearest to a page: those that it links to or that link to it, and those that share its rarer tags.
public struct RelatedPages: Sendable {
    private let tagsOfEntry: NumberLists
    /// The entries of each tag that is not too common.
    private let entriesOfTag: NumberLists
    private let neighbours: NumberLists
    private let superseded: [Bool]

    public init(view: SiteView, pages: [Page]) {
        entriesOfTag = NumberLists(view.tags.map { $0.entries.count <= Self.commonest ? $0.entries : [] })
        tagsOfEntry = NumberLists(view.tagUses.map { $0.map(\.tag) })
        var neighbours = [[Int]](repeating: [], count: view.entries.count)
        for (index, entry) in view.entries.enumerated() {
            for link in pages[entry.page].body.links {
                guard let target = view.entry(key: link.target.key), target != index else { continue }
                neighbours[index].append(target)
                neighbours[target].append(index)
            }
        }
        self.neighbours = NumberLists(neighbours)
        superseded = view.entries.map {
            pages[$0.page].metadata.supersededBy != nil || pages[$0.page].address.isIndex
        }
    }

    /// Reused between pages so that each costs only what it touches.
    public struct Scratch: Sendable {
        /// Of each entry, all zero between pages.
        fileprivate var scores: [Int32] = []
        /// Where entries with a score are noted.
        fileprivate var touched: [Int32] = []

        public init() {}
    }

    /// At most `limit` entries, nearest first, equal ones in the order of the site.
    public func nearest(to entry: Int, limit: Int, scratch: inout Scratch) -> [Int] {
        if scratch.scores.count != superseded.count {
            scratch.scores = [Int32](repeating: 0, count: superseded.count)
            scratch.touched = scratch.scores
        }
        return scratch.scores.withUnsafeMutableBufferPointer { scores in
            scratch.touched.withUnsafeMutableBufferPointer { touched in
                let count = score(from: entry, scores, touched)
                return best(of: touched[..<count], scores, without: entry, limit: limit)
            }
        }
    }

    /// - Returns: how many entries have a score now.
    private func score(
        from entry: Int, _ scores: UnsafeMutableBufferPointer<Int32>, _ touched: UnsafeMutableBufferPointer<Int32>
    ) -> Int {
        var count = 0
        func add(_ points: Int, to other: Int32) {
            let score = scores[Int(other)]
            if score == 0 {
                touched[count] = other
                count += 1
            }
            scores[Int(other)] = score + Int32(points)
        }
        neighbours.forEach(in: entry) { add(400, to: $0) }
        tagsOfEntry.forEach(in: entry) { tag in
            let points = 1 + 1000 / (4 + entriesOfTag.count(of: Int(tag)))
            entriesOfTag.forEach(in: Int(tag)) { add(points, to: $0) }
        }
        return count
    }

    /// Takes the scores away again.
    private func best(
        of touched: Slice<UnsafeMutableBufferPointer<Int32>>, _ scores: UnsafeMutableBufferPointer<Int32>,
        without entry: Int, limit: Int
    ) -> [Int] {
        var best: [(entry: Int, score: Int32)] = []
        best.reserveCapacity(limit + 1)
        var worst: Int32 = 0
        for other in touched {
            let (other, score) = (Int(other), scores[Int(other)])
            scores[other] = 0
            if score < worst || other == entry || superseded[other] { continue }
            let place = best.firstIndex { $0.score < score || ($0.score == score && $0.entry > other) } ?? best.count
            best.insert((other, score), at: place)
            if best.count > limit { best.removeLast() }
            if best.count == limit { worst = best[limit - 1].score }
        }
        return best.map(\.entry)
    }

    /// A tag on more pages than this says nothing about what is near.
    private static let commonest = 400
}

/// Lists of small numbers, which lie in one row: they are read for every page, and no list is an object of its own.
private struct NumberLists: Sendable {
    private var numbers: [Int32] = []
    private var ends: [Int] = [0]

    init(_ lists: [[Int]]) {
        numbers.reserveCapacity(lists.reduce(0) { $0 + $1.count })
        ends.reserveCapacity(lists.count + 1)
        for list in lists {
            for number in list { numbers.append(Int32(number)) }
            ends.append(numbers.count)
        }
    }

    func count(of list: Int) -> Int { ends[list + 1] - ends[list] }

    @inline(__always)
    func forEach(in list: Int, _ body: (Int32) -> Void) {
        numbers.withUnsafeBufferPointer { numbers in
            for place in ends[list]..<ends[list + 1] { body(numbers[place]) }
        }
    }
}

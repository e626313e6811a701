/// Finds the pages nearest to a page: those that it links to or that link to it, and those that share its rarer tags.
public struct RelatedPages: Sendable {
    private let tagsOfEntry: NumberLists
    /// The entries of each tag that is not too common.
    private let entriesOfTag: NumberLists
    private let neighbours: NumberLists
    private let superseded: [Bool]

    public init(view: SiteView, pages: [Page]) {
        var (entriesOfTag, tagsOfEntry, neighbours) = ([Pair](), [Pair](), [Pair]())
        for (index, tag) in view.tags.enumerated() where tag.entries.count <= Self.commonest {
            for entry in tag.entries { entriesOfTag.append((index, entry)) }
        }
        for (index, entry) in view.entries.enumerated() {
            for use in view.tagUses[index] { tagsOfEntry.append((index, use.tag)) }
            for link in pages[entry.page].body.links {
                guard let target = view.entry(key: link.target.key), target != index else { continue }
                neighbours.append((index, target))
                neighbours.append((target, index))
            }
        }
        self.entriesOfTag = NumberLists(count: view.tags.count, entriesOfTag)
        self.tagsOfEntry = NumberLists(count: view.entries.count, tagsOfEntry)
        self.neighbours = NumberLists(count: view.entries.count, neighbours)
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
        // No entry is nearer than the worst of the best, once there are enough: most share one common tag and no more.
        var worst: (entry: Int, score: Int32) = (Int.max, 0)
        for other in touched {
            let (other, score) = (Int(other), scores[Int(other)])
            scores[other] = 0
            if score < worst.score || score == worst.score && other > worst.entry { continue }
            if other == entry || superseded[other] { continue }
            let place = best.firstIndex { $0.score < score || ($0.score == score && $0.entry > other) } ?? best.count
            best.insert((other, score), at: place)
            if best.count > limit { best.removeLast() }
            if best.count == limit { worst = best[limit - 1] }
        }
        return best.map(\.entry)
    }

    /// A tag on more pages than this says nothing about what is near.
    private static let commonest = 400
}

/// A number and the list that it belongs to.
private typealias Pair = (list: Int, number: Int)

/// Lists of small numbers, which lie in one row: they are read for every page, and no list is an object of its own.
private struct NumberLists: Sendable {
    private var numbers: [Int32]
    /// Where each list begins, and then where the last one ends.
    private var starts: [Int]

    init(count: Int, _ pairs: [Pair]) {
        starts = [Int](repeating: 0, count: count + 1)
        for pair in pairs { starts[pair.list + 1] += 1 }
        for list in 0..<count { starts[list + 1] += starts[list] }
        var next = starts
        numbers = [Int32](repeating: 0, count: pairs.count)
        for pair in pairs {
            numbers[next[pair.list]] = Int32(pair.number)
            next[pair.list] += 1
        }
    }

    func count(of list: Int) -> Int { starts[list + 1] - starts[list] }

    @inline(__always)
    func forEach(in list: Int, _ body: (Int32) -> Void) {
        numbers.withUnsafeBufferPointer { numbers in
            for place in starts[list]..<starts[list + 1] { body(numbers[place]) }
        }
    }
}

/// Finds the pages nearest to a page: those that it links to or that link to it, and those that share its rarer tags.
public struct RelatedPages: Sendable {
    private let tagsOfEntry: [[Int]]
    /// The entries of each tag that is not too common. Numbers are small, for these lists are read for every page.
    private let entriesOfTag: [[Int32]]
    private let neighbours: [[Int32]]
    private let superseded: [Bool]

    public init(view: SiteView, pages: [Page]) {
        entriesOfTag = view.tags.map { $0.entries.count <= Self.commonest ? $0.entries.map { Int32($0) } : [] }
        var tagsOfEntry = [[Int]](repeating: [], count: view.entries.count)
        for (index, tag) in view.tags.enumerated() {
            for entry in tag.entries { tagsOfEntry[entry].append(index) }
        }
        self.tagsOfEntry = tagsOfEntry
        var neighbours = [[Int32]](repeating: [], count: view.entries.count)
        for (index, entry) in view.entries.enumerated() {
            for link in pages[entry.page].body.links {
                guard let target = view.entry(key: link.target.key), target != index else { continue }
                neighbours[index].append(Int32(target))
                neighbours[target].append(Int32(index))
            }
        }
        self.neighbours = neighbours
        superseded = view.entries.map {
            pages[$0.page].metadata.supersededBy != nil || pages[$0.page].address.isIndex
        }
    }

    /// Reused between pages so that each costs only what it touches.
    public struct Scratch: Sendable {
        fileprivate var scores: [Int32] = []
        fileprivate var touched: [Int32] = []

        public init() {}
    }

    /// At most `limit` entries, nearest first, equal ones in the order of the site.
    public func nearest(to entry: Int, limit: Int, scratch: inout Scratch) -> [Int] {
        if scratch.scores.count != tagsOfEntry.count {
            scratch.scores = [Int32](repeating: 0, count: tagsOfEntry.count)
        }
        return scratch.scores.withUnsafeMutableBufferPointer {
            nearest(to: entry, limit: limit, scores: $0, touched: &scratch.touched)
        }
    }

    /// - Parameters:
    ///   - scores: of each entry, all zero before and after.
    ///   - touched: where entries with a score are noted, empty before and after.
    private func nearest(
        to entry: Int, limit: Int, scores: UnsafeMutableBufferPointer<Int32>, touched: inout [Int32]
    ) -> [Int] {
        func add(_ others: [Int32], _ points: Int) {
            for other in others {
                if scores[Int(other)] == 0 { touched.append(other) }
                scores[Int(other)] += Int32(points)
            }
        }
        add(neighbours[entry], 400)
        for tag in tagsOfEntry[entry] { add(entriesOfTag[tag], 1 + 1000 / (4 + entriesOfTag[tag].count)) }
        var best: [Int] = []
        best.reserveCapacity(limit + 1)
        for other in touched.lazy.map({ Int($0) }) {
            let score = scores[other]
            if best.count == limit, score < scores[best[limit - 1]] { continue }
            if other == entry || superseded[other] { continue }
            let place = best.firstIndex { scores[$0] < score || (scores[$0] == score && $0 > other) } ?? best.count
            best.insert(other, at: place)
            if best.count > limit { best.removeLast() }
        }
        for other in touched { scores[Int(other)] = 0 }
        touched.removeAll(keepingCapacity: true)
        return best
    }

    /// A tag on more pages than this says nothing about what is near.
    private static let commonest = 400
}

/// Finds the pages nearest to a page: those that it links to or that link to it, and those that share its rarer tags.
public struct RelatedPages: Sendable {
    private let tagsOfEntry: [[Int]]
    private let tags: [Tag]
    private let neighbours: [[Int]]
    private let superseded: [Bool]

    public init(view: SiteView, pages: [Page]) {
        tags = view.tags
        var tagsOfEntry = [[Int]](repeating: [], count: view.entries.count)
        for (index, tag) in view.tags.enumerated() {
            for entry in tag.entries { tagsOfEntry[entry].append(index) }
        }
        self.tagsOfEntry = tagsOfEntry
        var neighbours = [[Int]](repeating: [], count: view.entries.count)
        for (index, entry) in view.entries.enumerated() {
            for link in pages[entry.page].body.links {
                guard let target = view.entry(key: link.target.key), target != index else { continue }
                neighbours[index].append(target)
                neighbours[target].append(index)
            }
        }
        self.neighbours = neighbours
        superseded = view.entries.map {
            pages[$0.page].metadata.supersededBy != nil || pages[$0.page].address.isIndex
        }
    }

    /// Reused between pages so that each costs only what it touches.
    public struct Scratch: Sendable {
        fileprivate var scores: [Int] = []
        fileprivate var touched: [Int] = []

        public init() {}
    }

    /// At most `limit` entries, nearest first, equal ones in the order of the site.
    public func nearest(to entry: Int, limit: Int, scratch: inout Scratch) -> [Int] {
        if scratch.scores.count != tagsOfEntry.count {
            scratch.scores = [Int](repeating: 0, count: tagsOfEntry.count)
        }
        return scratch.scores.withUnsafeMutableBufferPointer {
            nearest(to: entry, limit: limit, scores: $0, touched: &scratch.touched)
        }
    }

    /// - Parameters:
    ///   - scores: of each entry, all zero before and after.
    ///   - touched: where entries with a score are noted, empty before and after.
    private func nearest(
        to entry: Int, limit: Int, scores: UnsafeMutableBufferPointer<Int>, touched: inout [Int]
    ) -> [Int] {
        func add(_ others: [Int], _ points: Int) {
            for other in others {
                if scores[other] == 0 { touched.append(other) }
                scores[other] += points
            }
        }
        add(neighbours[entry], 400)
        for tag in tagsOfEntry[entry] where tags[tag].entries.count <= Self.commonest {
            add(tags[tag].entries, 1 + 1000 / (4 + tags[tag].entries.count))
        }
        var best: [Int] = []
        best.reserveCapacity(limit + 1)
        for other in touched {
            let score = scores[other]
            if best.count == limit, score < scores[best[limit - 1]] { continue }
            if other == entry || superseded[other] { continue }
            let place = best.firstIndex { scores[$0] < score || (scores[$0] == score && $0 > other) } ?? best.count
            best.insert(other, at: place)
            if best.count > limit { best.removeLast() }
        }
        for other in touched { scores[other] = 0 }
        touched.removeAll(keepingCapacity: true)
        return best
    }

    /// A tag on more pages than this says nothing about what is near.
    private static let commonest = 400
}

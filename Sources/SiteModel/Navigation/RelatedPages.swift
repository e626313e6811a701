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
        func add(_ other: Int, _ points: Int) {
            if other == entry || superseded[other] { return }
            if scratch.scores[other] == 0 { scratch.touched.append(other) }
            scratch.scores[other] += points
        }
        for other in neighbours[entry] { add(other, 400) }
        for tag in tagsOfEntry[entry] where tags[tag].entries.count <= Self.commonest {
            let points = 1 + 1000 / (4 + tags[tag].entries.count)
            for other in tags[tag].entries { add(other, points) }
        }
        var best: [Int] = []
        for other in scratch.touched {
            let score = scratch.scores[other]
            var place = best.count
            while place > 0 {
                let rival = best[place - 1]
                let rivalScore = scratch.scores[rival]
                if rivalScore > score || (rivalScore == score && rival < other) { break }
                place -= 1
            }
            if place < limit {
                best.insert(other, at: place)
                if best.count > limit { best.removeLast() }
            }
        }
        for other in scratch.touched { scratch.scores[other] = 0 }
        scratch.touched.removeAll(keepingCapacity: true)
        return best
    }

    /// A tag on more pages than this says nothing about what is near.
    private static let commonest = 400
}

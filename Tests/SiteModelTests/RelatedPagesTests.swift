import Diagnostics
import SiteModel
import Testing

/// Thirty pages with tags of which some are common, and links that lead on by seven pages.
private let site: Site = {
    let place = SourceLocation(file: "x.md")
    let pages = (0..<30).map { number -> Page in
        var metadata = PageMetadata()
        let tags = ["Kaunter", number % 2 == 0 ? "Dua" : "dua!", "t\(number % 3)", "r\(number % 10)"]
        metadata.tags = tags.map { Located($0, at: place) }
        if number % 11 == 5 { metadata.supersededBy = Located("b.md", at: place) }
        var body = PageBody()
        let target = PageAddress(key: key((number + 7) % 30), language: "ms")
        if number % 4 == 0 { body.links = [PageLink(target: target, anchor: "", location: place)] }
        return Page(
            address: PageAddress(key: key(number), language: "ms"), sourcePath: "x.md", metadata: metadata, type: nil,
            title: "Halaman \(number)", body: body)
    }
    return Site(configuration: SiteConfiguration(), pages: pages)
}()

private func key(_ number: Int) -> String { "a/\(number < 10 ? "0" : "")\(number)" }

@Suite struct RelatedPagesTests {
    private func points(from entry: Int, to other: Int) -> Int {
        let view = site.view("ms")
        let links = [(entry, other), (other, entry)].count { (from, to) in from % 4 == 0 && (from + 7) % 30 == to }
        let tags = view.tagUses[entry].filter { use in view.tagUses[other].contains { $0.tag == use.tag } }
        return links * 400 + tags.reduce(0) { $0 + 1 + 1000 / (4 + view.tags[$1.tag].entries.count) }
    }

    @Test(arguments: 0..<30) func theNearestAreThoseWithMostPointsInTheOrderOfTheSite(entry: Int) {
        let related = RelatedPages(view: site.view("ms"), pages: site.pages)
        let others = (0..<30).filter { $0 != entry && $0 % 11 != 5 }
        let expected = others.sorted { (-points(from: entry, to: $0), $0) < (-points(from: entry, to: $1), $1) }
        var scratch = RelatedPages.Scratch()
        for limit in [1, 5, 40] {
            #expect(related.nearest(to: entry, limit: limit, scratch: &scratch) == Array(expected.prefix(limit)))
        }
    }

    @Test func aPageBearsATagOnceInItsOwnSpelling() {
        let view = site.view("ms")
        #expect(view.tagUses[1].map(\.title) == ["Kaunter", "dua!", "t1", "r1"])
        #expect(view.tagUses[1].map { view.tags[$0.tag].slug } == ["kaunter", "dua", "t1", "r1"])
        #expect(view.tags.map(\.slug).first == "dua")
    }
}

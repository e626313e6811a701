import Diagnostics
import SiteModel
import Testing

@Suite struct TagTests {
    private func page(_ key: String, tags: [String]) -> Page {
        var metadata = PageMetadata()
        metadata.tags = tags.map { Located($0, at: SourceLocation(file: key + ".md")) }
        return Page(
            address: PageAddress(key: key, language: "ms"), sourcePath: key + ".md", metadata: metadata, type: nil,
            title: key, body: PageBody())
    }

    @Test func spellingsAreOneTagAndAPageBearsItOnce() {
        let site = Site(
            configuration: configuration("").0,
            pages: [
                page("c", tags: ["resume", "Kad"]), page("a", tags: ["Résumé", "RESUME", "Résumé", "!!"]),
                page("b", tags: ["kad", "resume", "kad"]),
            ])
        let tags = site.views[0].tags
        #expect(tags.map(\.title) == ["kad", "Résumé"])
        #expect(tags.map(\.slug) == ["kad", "resume"])
        #expect(tags.map { $0.entries.map { site.views[0].entries[$0].key } } == [["b", "c"], ["a", "b", "c"]])
    }
}

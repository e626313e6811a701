import Foundation
import SiteBuilder
import TestSites
import Testing

@Suite struct NavigationTests {
    @Test func everyPageOfASite() throws {
        let site = try built(navigationSite)
        var text = ""
        for path in site.builtPaths() where path.hasSuffix(".html") || path.hasSuffix(".xml") {
            text += "-- \(path) --\n" + (try site.built(path))
        }
        let folder = (#filePath as NSString).deletingLastPathComponent
        #expect(try text == Snapshot.expected(text, at: folder + "/Snapshots/navigation.txt"))
    }

    /// Neither the layout's ids nor those of footnotes.
    @Test func headingsTakeNoIdThatThePageHas() throws {
        let headings = ["Main", "Q", "Sections", "Fn 1", "Fnref 1", "Main", "Lain"]
        let text = headings.map { "## \($0)\n" }.joined(separator: "\n") + "\nTeks[^1]. [ke](#main-2)\n\n[^1]: Nota.\n"
        let site = try built("-- content/x.md --\n# X\n\n" + text + "-- content/index.md --\n# Mula\n\n" + text)
        for path in ["x.html", "index.html"] {
            let ids = try site.built(path).matches(of: /\sid="([^"]*)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count, "\(path): \(ids.sorted())")
            #expect(ids.contains("main-3") && ids.contains("lain"))
        }
    }
}

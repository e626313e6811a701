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
}

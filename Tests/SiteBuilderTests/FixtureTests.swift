import Foundation
import SiteBuilder
import SiteModel
import TestSites
import Testing

/// Sites that are wrong: one folder for each check, beside what the check must say of it.
@Suite struct FixtureTests {
    private static let folder = (#filePath as NSString).deletingLastPathComponent + "/Fixtures"

    static let names: [String] = {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return entries.filter { !$0.hasPrefix(".") }.sorted()
    }()

    @Test(arguments: names)
    func diagnostics(of name: String) throws {
        let site = try TemporarySite()
        try FileManager.default.removeItem(atPath: site.source)
        try FileManager.default.copyItem(atPath: Self.folder + "/" + name, toPath: site.source)
        let found = try check(site, ignoring: name == "missing-field" ? [] : ["missing-field"]) {
            $0.today = CalendarDay("2026-11-01")
        }
        #expect(try found == Snapshot.expected(found, at: Self.folder + "/" + name + "/diagnostics.txt"))
        #expect(!found.isEmpty)
    }

    @Test func thereAreFixtures() {
        #expect(Self.names.count > 8)
    }
}

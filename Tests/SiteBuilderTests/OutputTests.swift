import Foundation
import SiteBuilder
import TestSites
import Testing

@Suite struct OutputTests {
    private let page = "-- content/x.md --\n# Satu\n"

    private func failure(_ site: TemporarySite, _ output: String) -> String {
        do {
            try build(site) { $0.output = output }
            return ""
        } catch {
            return String(describing: error).replacingOccurrences(of: site.base, with: "BASE")
        }
    }

    @Test func aFolderOfOtherFilesIsRefused() throws {
        let site = try TemporarySite(page)
        try FileManager.default.createDirectory(atPath: site.output, withIntermediateDirectories: true)
        try "x".write(toFile: site.output + "/surat.txt", atomically: true, encoding: .utf8)
        #expect(
            failure(site, site.output)
                == "BASE/site holds files that Panduan did not make (surat.txt): choose an empty or new --output folder"
        )
        #expect(site.builtPaths() == ["surat.txt"])
    }

    @Test func anEmptyFolderOrOneThatVersionControlKeepsIsTaken() throws {
        let site = try TemporarySite(page)
        try FileManager.default.createDirectory(atPath: site.output, withIntermediateDirectories: true)
        #expect(failure(site, site.output) == "")
        let kept = try TemporarySite(page)
        try FileManager.default.createDirectory(atPath: kept.output, withIntermediateDirectories: true)
        try "*".write(toFile: kept.output + "/.gitignore", atomically: true, encoding: .utf8)
        #expect(failure(kept, kept.output) == "")
        #expect(try kept.built(".gitignore") == "*")
    }

    @Test func aFileIsRefused() throws {
        let site = try TemporarySite(page)
        try "x".write(toFile: site.output, atomically: true, encoding: .utf8)
        #expect(failure(site, site.output) == "BASE/site is not a folder: choose another --output")
        #expect(try String(contentsOfFile: site.output, encoding: .utf8) == "x")
    }

    @Test(arguments: ["", "/content", "/.", "/content/..", "/themes"])
    func theSourceIsRefusedAsOutput(_ path: String) throws {
        let site = try TemporarySite(page + "-- themes/panduan/strings/.kosong --\n")
        let before = TemporarySite.contents(of: site.source)
        #expect(
            failure(site, site.source + path)
                == "BASE/sumber\(path) holds the source of the site: choose another --output folder")
        #expect(TemporarySite.contents(of: site.base + "/sumber") == before)
    }

    @Test func aSourceInsideTheOutputIsRefused() throws {
        let site = try TemporarySite(page)
        #expect(failure(site, site.base) == "BASE holds the source of the site: choose another --output folder")
    }

    @Test func anEmptySourceIsRefusedAsOutputToo() throws {
        let site = try TemporarySite()
        #expect(failure(site, site.source).hasSuffix("choose another --output folder"))
    }

    @Test func anOutputInTheSourceIsNotContent() throws {
        let site = try TemporarySite("-- x.md --\n# Satu\n")
        #expect(failure(site, site.source + "/awam") == "")
        #expect(failure(site, site.source + "/awam/") == "")
        // Under whatever name a later run is given.
        #expect(try check(site) == "")
        let files = TemporarySite.contents(of: site.source + "/awam").keys
        #expect(files.contains("x.html") && !files.contains { $0.hasPrefix("awam") })
    }

    @Test func foldersAboveTheOutputAreMade() throws {
        let site = try TemporarySite(page)
        #expect(failure(site, site.base + "/a/b/site") == "")
        #expect(TemporarySite.contents(of: site.base + "/a/b").keys.contains("site/x.html"))
    }

    @Test func anOutputThatCannotBeMadeStopsTheRun() throws {
        let site = try TemporarySite(page)
        try "x".write(toFile: site.base + "/fail", atomically: true, encoding: .utf8)
        #expect(failure(site, site.base + "/fail/site") == "cannot make the folder BASE/fail: Not a directory")
        #expect(failure(site, "/").contains("choose another --output"))
    }

    @Test func errorsLeaveTheOldSite() throws {
        let site = try built(page)
        let before = TemporarySite.contents(of: site.output)
        try site.add("-- content/x.md --\n[a](tiada.md)\n")
        #expect(try !build(site).isWritten)
        #expect(TemporarySite.contents(of: site.output) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.base).sorted() == ["site", "sumber"])
    }

    @Test func pagesThatAreGoneAreGone() throws {
        let site = try built(page + "-- content/y.md --\n# Dua\n")
        try FileManager.default.removeItem(atPath: site.source + "/content/y.md")
        try build(site)
        #expect(!site.builtPaths().contains("y.html"))
    }

    @Test func whatKilledBuildsLeftIsCleared() throws {
        let site = try TemporarySite(page)
        let files = FileManager.default
        func leave(_ name: String, marked: Bool, file: String?) throws {
            try files.createDirectory(atPath: site.base + "/" + name, withIntermediateDirectories: true)
            for name in (marked ? [name + "/.panduan-site"] : []) + (file.map { [name + "/" + $0] } ?? []) {
                try "x".write(toFile: site.base + "/" + name, atomically: true, encoding: .utf8)
            }
        }
        // No process can have these numbers.
        try leave("site.panduan-99999999", marked: true, file: nil)
        try leave("site.panduan-99999999/99999999", marked: true, file: "x.html")
        try leave("site.panduan-99999998", marked: false, file: nil)
        try leave("site.panduan-99999997", marked: false, file: "surat.txt")
        try leave("site.panduan-1", marked: true, file: "x.html")
        try leave("lain.panduan-99999999", marked: true, file: "x.html")
        try build(site)
        #expect(
            try files.contentsOfDirectory(atPath: site.base).sorted() == [
                "lain.panduan-99999999", "site", "site.panduan-1", "site.panduan-99999997", "sumber",
            ])
    }

    @Test func aSiteThatWasParkedComesBack() throws {
        let site = try built(page)
        try FileManager.default.moveItem(atPath: site.output, toPath: site.output + ".panduan-old")
        try site.add("-- content/x.md --\n[a](tiada.md)\n")
        #expect(try !build(site).isWritten)
        #expect(site.builtPaths().contains("x.html"))
    }

    @Test func twoBuildsAreTheSameBytes() throws {
        let site = try built(navigationSite)
        let before = TemporarySite.contents(of: site.output)
        try build(site)
        #expect(TemporarySite.contents(of: site.output) == before)
    }
}

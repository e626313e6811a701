import Foundation
import TestSites
import Testing

@Suite struct ExitCodeTests {
    private let good =
        "-- content/x.md --\n---\ntitle: Satu\nowner: K\nsources: [B]\nreviewed: 2026-01-01\n---\nTeks telefon.\n"
    private let bad =
        "-- content/x.md --\n---\nowner: K\nsources: [B]\nreviewed: 2026-01-01\n---\n\n\tLihat.\n\nLihat [a](tiada.md).\n"
    private let poor = "-- content/x.md --\nTeks.\n"

    private func run(_ literal: String, _ arguments: String...) throws -> PanduanRun {
        let site = try TemporarySite(literal)
        return try PanduanRun(arguments, in: site.source)
    }

    @Test(arguments: [
        (["build"], 0), (["check", "--today", "2026-06-01"], 0), (["check", "--today", "2027-06-01"], 0),
        (["check", "--today", "2027-06-01", "--strict"], 1), (["build", "--strict"], 0), (["--version"], 0),
        (["--help"], 0), (["build", "--help"], 0), (["check", "--today", "semalam"], 2), (["bina"], 2),
        (["build", "--tiada"], 2), (["build", "x"], 2), (["search"], 2), (["search", "a", "--limit", "0"], 2),
        (["search", "a", "--queries", "-"], 2), (["search", "a"], 1), (["render", "tiada.md"], 1),
        (["build", "--source", "tiada"], 1), (["check", "--source", "tiada"], 1), (["new"], 2),
        (["serve", "--port", "99999"], 2),
    ])
    func aGoodSite(_ arguments: [String], _ status: Int) throws {
        let site = try TemporarySite(good)
        let run = try PanduanRun(arguments, in: site.source)
        #expect(run.status == Int32(status), "\(run.errors)")
    }

    @Test func theLastLineOfABuildSaysWhatWasMade() throws {
        let run = try run(good, "build")
        #expect(run.output == "")
        #expect(
            run.errors.wholeMatch(of: /1 page, 2 words, search index \d+ KiB, \d+\.\d\d s → site\n/) != nil,
            "\(run.errors)")
    }

    @Test func errorsArePrintedWithTheirLineAndTheOldSiteStays() throws {
        let run = try run(bad, "build")
        #expect(run.status == 1)
        #expect(
            run.errors == """
                content/x.md:9:7: error: there is no page tiada.md [broken-link]
                    Lihat [a](tiada.md).
                          ^
                1 error; site is as it was

                """)
    }

    @Test func keepGoingWritesTheSiteAndStillFails() throws {
        let site = try TemporarySite(bad)
        let run = try PanduanRun(["build", "--keep-going"], in: site.source)
        #expect(run.status == 1)
        #expect(run.errors.hasSuffix("1 error; the pages say so\n"))
        #expect(FileManager.default.fileExists(atPath: site.source + "/site/x.html"))
    }

    @Test func checkWritesNothing() throws {
        let site = try TemporarySite(good)
        let run = try PanduanRun(["check", "--today", "2026-06-01"], in: site.source)
        #expect(run.errors == "1 page: 0 errors, 0 warnings\n")
        #expect(TemporarySite.contents(of: site.source).keys.sorted() == ["content/x.md"])
    }

    @Test func checkSaysWhatIsOverdueOnTheDayItIsGiven() throws {
        let run = try run(good, "check", "--today", "2027-01-02")
        #expect(
            run.errors.hasPrefix(
                "content/x.md:1:1: warning: the review was due on 2027-01-01, 1 day ago [overdue-review]\n"))
        #expect(run.errors.hasSuffix("1 page: 0 errors, 1 warning\n"))
        #expect(run.status == 0)
    }

    @Test func checkPrintsJSON() throws {
        struct Item: Decodable, Equatable {
            var file, severity, id, message: String
            var line, column: Int
            var help: String?
        }
        let run = try run(bad, "check", "--json", "--today", "2026-06-01")
        #expect(run.status == 1)
        let items = try JSONDecoder().decode([Item].self, from: Data(run.output.utf8))
        #expect(
            items == [
                Item(
                    file: "content/x.md", severity: "error", id: "broken-link", message: "there is no page tiada.md",
                    line: 9, column: 7, help: nil)
            ])
        #expect(try self.run(good, "check", "--json", "--today", "2026-06-01").output == "[]\n")
    }

    @Test func jsonHoldsWhateverANameHolds() throws {
        let site = try TemporarySite(good)
        try site.write([0x78], to: "content/a\"\\\n\u{1B}[31m.md")
        let run = try PanduanRun(["check", "--json", "--today", "2026-06-01"], in: site.source)
        let items = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
        #expect(items?.first?["file"] as? String == "content/a\"\\\n\u{1B}[31m.md")
        let text = try PanduanRun(["check", "--today", "2026-06-01"], in: site.source)
        #expect(!text.errors.contains("\u{1B}"))
    }

    @Test func manyWarningsAreCounted() throws {
        let pages = (1...30).map { "-- content/x\($0).md --\nTeks.\n" }.joined()
        let run = try run(pages, "build")
        #expect(run.errors.contains("… and 10 more warnings: 'panduan check' lists them all\n"))
        #expect(run.errors.components(separatedBy: "[missing-field]").count == 21)
    }

    @Test(arguments: [
        (["render", "tiada.md"], "tiada.md: there is no such file"),
        (["render", "."], ".: this is a folder: give a file"),
        (["import", "gift", "tiada.gift"], "tiada.gift: there is no such file"),
        (["search", "--queries", "tiada.txt"], "tiada.txt: there is no such file"),
    ])
    func aFileThatCannotBeReadIsNamedInOneLine(_ arguments: [String], _ message: String) throws {
        let site = try TemporarySite(good)
        #expect(try PanduanRun(["build"], in: site.source).status == 0)
        let run = try PanduanRun(arguments, in: site.source)
        #expect(run.status == 1 && run.output == "")
        #expect(run.errors == "error: \(message)\n")
    }

    @Test func renderPrintsTheBody() throws {
        let site = try TemporarySite("-- x.md --\n# Satu\n\n<b>a</b> ~~b~~ https://contoh.my\n")
        func html(_ options: String..., input: String? = nil) throws -> String {
            try PanduanRun(["render", input == nil ? "x.md" : "-"] + options, in: site.source, input: input ?? "")
                .output
        }
        #expect(
            try html()
                == "<h1>Satu</h1>\n<p><!-- raw HTML omitted -->a<!-- raw HTML omitted --> ~~b~~ https://contoh.my</p>\n"
        )
        #expect(try html("--unsafe") == "<h1>Satu</h1>\n<p><b>a</b> ~~b~~ https://contoh.my</p>\n")
        #expect(try html("--unsafe", "--gfm").contains("<del>b</del> <a href=\"https://contoh.my\">"))
        #expect(try html("--extended").hasPrefix("<h1 id=\"satu\">Satu</h1>\n<p>&lt;b&gt;a&lt;/b&gt; <del>b</del>"))
        #expect(try html(input: "*a*\n") == "<p><em>a</em></p>\n")
    }

    @Test func searchPrintsTextAndJSON() throws {
        struct Line: Decodable {
            struct Result: Decodable { var url, title, type: String }
            var query: String
            var results: [Result]
        }
        let site = try TemporarySite(good)
        #expect(try PanduanRun(["build"], in: site.source).status == 0)
        let text = try PanduanRun(["search", "telefon"], in: site.source)
        #expect(text.output.hasPrefix("1. Satu [page] x.html\n"), "\(text.output)")
        let json = try PanduanRun(["search", "telefon", "--json"], in: site.source).output
        let line = try JSONDecoder().decode(Line.self, from: Data(json.utf8))
        #expect((line.query, line.results.map(\.url)) == ("telefon", ["x.html"]))
        let lines = try PanduanRun(["search", "--queries", "-"], in: site.source, input: "telefon\r\n\nzzzqqq\n").output
        let read = try lines.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
        #expect(read.map(\.query) == ["telefon", "", "zzzqqq"])
        #expect(read.map(\.results.count) == [1, 0, 0])
    }

    @Test func anUnknownTypeIsNamedWithTheOneMeantAndAll() throws {
        let site = try TemporarySite(good)
        #expect(try PanduanRun(["build"], in: site.source).status == 0)
        let run = try PanduanRun(["search", "telefon", "--type", "prosedr"], in: site.source)
        #expect(run.status == 2 && run.output == "")
        #expect(
            run.errors.contains("no content type 'prosedr': did you mean 'prosedur'? choose one of "), "\(run.errors)")
        let other = try PanduanRun(["search", "--queries", "-", "--type", "zzz"], in: site.source, input: "telefon\n")
        #expect(other.status == 2 && other.errors.contains("no content type 'zzz': choose one of "), "\(other.errors)")
        #expect(try PanduanRun(["search", "telefon", "--type", "page"], in: site.source).output.hasPrefix("1. Satu "))
    }

    @Test func anUnknownLanguageIsNamedWithTheOneMeantAndAll() throws {
        let site = try TemporarySite(good)
        #expect(try PanduanRun(["build"], in: site.source).status == 0)
        let run = try PanduanRun(["search", "telefon", "--language", "mss"], in: site.source)
        #expect(run.status == 2 && run.output == "")
        #expect(run.errors.contains("no language 'mss': did you mean 'ms'? choose one of ms, en"), "\(run.errors)")
    }

    @Test func searchSpeaksTheReadersLanguage() throws {
        let site = try TemporarySite(good)
        #expect(try PanduanRun(["build"], in: site.source).status == 0)
        func output(_ options: String...) throws -> String {
            try PanduanRun(["search"] + options, in: site.source).output
        }
        #expect(try output("telefon", "--explain").contains(", medan "))
        let english = try output("telefon", "--explain", "--language", "en")
        #expect(
            english.contains("   telefon ") && english.contains("   sections ") && english.contains("× coverage 100 "))
        #expect(!english.contains("liputan"))
        #expect(try output("zzzqqq") == "Tiada hasil untuk “zzzqqq”\n")
        #expect(try output("zzzqqq", "--language", "en") == "No results for “zzzqqq”\n")
    }

    @Test func aSiteWithoutAnIndexOrWithADamagedOneSaysSo() throws {
        let site = try TemporarySite(good)
        let missing = try PanduanRun(["search", "a"], in: site.source)
        #expect(missing.errors.hasPrefix("error: there is no search index in "))
        #expect(missing.errors.hasSuffix("site/search: build the site, or give another --site\n"))
        #expect(try PanduanRun(["build"], in: site.source).status == 0)
        let folder = site.source + "/site/search"
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".js") {
            try "rosak".write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
        }
        let damaged = try PanduanRun(["search", "a"], in: site.source)
        #expect(damaged.status == 1)
        #expect(damaged.errors.hasPrefix("error: the search index in site is damaged"), "\(damaged.errors)")
    }

    /// A full disk behind a log, or a log that nobody keeps.
    @Test(arguments: [["check", "--json"], ["build"], ["search", "satu", "--json"], ["render", "content/x.md"]])
    func whatCannotBeWrittenEndsTheRunInOrder(arguments: [String]) throws {
        let site = try TemporarySite("-- content/x.md --\n# Satu\n")
        _ = try PanduanRun(["build"], in: site.source)
        let writes = arguments != ["build"]
        let full = try PanduanRun(arguments, in: site.source, launcher: ["sh", "-c", "exec \"$@\" > /dev/full", "sh"])
        #expect(full.status == (writes ? 1 : 0), "\(full.errors)")
        #expect(full.errors.contains("error: cannot write to standard output: No space left on device") == writes)
        // What is about the run alone does not stop it.
        let mute = try PanduanRun(arguments, in: site.source, launcher: ["sh", "-c", "exec \"$@\" 2> /dev/full", "sh"])
        #expect(mute.status == 0)
    }

    @Test func aPortThatIsTakenIsSaidAndNoAddressIsShown() throws {
        let site = try TemporarySite("-- content/x.md --\n# Satu\n")
        let taken = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(taken) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(taken, $0, size)
                _ = listen(taken, 1)
                _ = getsockname(taken, $0, &size)
            }
        }
        let port = UInt16(bigEndian: address.sin_port)
        let run = try PanduanRun(["serve", "--port", "\(port)"], in: site.source)
        #expect(
            run.status == 1 && run.errors.contains("error: cannot serve on 127.0.0.1:\(port): Address already in use"))
        #expect(!run.errors.contains("http://"), "\(run.errors)")
    }
}

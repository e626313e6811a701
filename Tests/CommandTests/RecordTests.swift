import Foundation
import TestSites
import Testing

@Suite struct RecordTests {
    private static let site = """
        -- content/latihan/salam.md --
        ---
        title: Salam
        ---
        :::quiz [Uji diri]
        ### Bila?
        - [x] Dahulu
        - [ ] Kemudian
        :::
        """

    private static func progress(
        name: String, score: Int, version: String, question: String, missed: Int, exported: String = "2026-11-01"
    ) -> String {
        """
        {"format": "panduan-progress", "version": 1, "site": "s", "exported": "\(exported)", "items": {
          "learner": {"t": 1, "v": {"name": "\(name)"}}, "seed": {"t": 1, "v": 5},
          "quiz/latihan/salam#quiz.1": {"t": 2, "v": {"n": 1, "seen": {"\(question)": [2, \(missed)]},
            "result": {"score": \(score), "passed": \(score >= 80), "at": "2026-10-31", "version": "\(version)"}}}}}
        """
    }

    /// A built site, its module's version and its question's id.
    private func built() throws -> (site: TemporarySite, version: String, question: String) {
        let site = try TemporarySite(Self.site)
        #expect(try PanduanRun(["build", "--output", site.output], in: site.source).status == 0)
        let page = try site.built("latihan/salam.html")
        return (
            site, try #require(page.firstMatch(of: /data-version="(\w+)"/)).1.description,
            try #require(page.firstMatch(of: /data-id="(\w+)"/)).1.description
        )
    }

    @Test func tablesOfWhoDidWhatAndWhatIsMissed() throws {
        let (site, version, question) = try built()
        let files = [
            "a.json": Self.progress(name: "Siti", score: 100, version: version, question: question, missed: 0),
            "b.json": Self.progress(name: "Ali", score: 50, version: "lama", question: question, missed: 2),
            "lama.json": Self.progress(
                name: "Ali", score: 0, version: "x", question: question, missed: 2, exported: "2026-01-01"),
        ]
        for (name, text) in files { try site.write(Array(text.utf8), to: name) }
        let run = try PanduanRun(
            ["record", "--site", site.output, "b.json", "a.json", "lama.json"], in: site.source)
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.output.contains(
                /Ali   Salam  Uji diri  50      tidak  2026-10-31  lama \(kandungan lama\)  \w{4}-\w{4}/))
        #expect(run.output.contains(/Siti  Salam  Uji diri  100     ya     2026-10-31  \w{10}/))
        #expect(run.output.contains("Bila?   Salam  2         4        50 %\n"))
        let csv = try PanduanRun(["record", "--csv", "--site", site.output, "a.json"], in: site.source).output
        #expect(
            csv.hasPrefix("Nama,Modul,Aktiviti,Markah,Lulus,Tarikh,Versi kandungan,Kod semakan\r\nSiti,Salam,"))
    }

    @Test func filesComeFromOtherHands() throws {
        let site = try TemporarySite(Self.site)
        let hostile = Self.progress(
            name: "=HYPERLINK(1)\\u001b[2J", score: 1, version: "a,\\\"b", question: "q", missed: 1)
        try site.write(Array(hostile.utf8), to: "a.json")
        for (index, text) in ["{", "[]", "PND1", "PND1AAAAAAAAAAAA", "{\"format\":\"panduan-progress\",\"items\":{}}"]
            .enumerated()
        {
            try site.write(Array(text.utf8), to: "bad\(index).json")
            let run = try PanduanRun(["record", "bad\(index).json"], in: site.source)
            #expect(run.status == 1 && run.errors.hasPrefix("bad\(index).json: error: "), "\(run.errors)")
        }
        #expect(try PanduanRun(["record", "tiada.json"], in: site.source).status == 1)
        #expect(try PanduanRun(["record"], in: site.source).status == 2)
        let run = try PanduanRun(["record", "--csv", "a.json"], in: site.source)
        #expect(run.output.contains("\r\n'=HYPERLINK(1) [2J,latihan/salam,quiz,1,tidak,2026-10-31,\"a,\"\"b\","))
        #expect(!run.output.contains("\u{1B}"))
        try site.write([0xEF, 0xBB, 0xBF] + Array(hostile.utf8), to: "bom.json")
        #expect(try PanduanRun(["record", "--csv", "bom.json"], in: site.source).output == run.output)
    }
}

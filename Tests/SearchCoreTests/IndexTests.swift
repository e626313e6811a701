import SearchStore
import Testing

@testable import SearchCore

private func manyPages(_ count: Int) -> [SearchPage] {
    (0..<count).map { number in
        page(
            "soalan/s\(number).html", "Soalan \(number)",
            ("", "Perkhidmatan kaunter nombor \(number) dibuka kepada pelanggan."),
            (
                "Bahagian \(number % 7)",
                "Perkataan kata\(number % 13)x \(String(repeating: "ulang suara ", count: number % 9))"
            ))
    }
}

@Suite struct IndexTests {
    @Test func bytesDoNotDependOnSegments() throws {
        let pages = manyPages(61)
        let one = try TestIndex(pages).files
        let four = try TestIndex(pages, segments: 4).files
        #expect(one == four)
    }

    @Test func textsSurviveTheRoundTrip() throws {
        let text =
            "Petugas-petugas di KAUNTER: café, “petik”  dua ruang\n1. Aduan; aduan, Aduan \u{1}\u{2} tamat petugas"
        var index = try TestIndex(manyPages(30) + [page("t.html", "Ujian khas", ("Tajuk Bahagian", text))])
        let found = try #require(
            index.search("\"ujian khas\" petugas café").results.first { $0.url.starts(with: Array("t.html".utf8)) })
        let shown = String(decoding: found.excerpt.text, as: UTF8.self)
        #expect(shown == text.replacing("\n", with: " "))
        #expect(found.url == Array("t.html#tajuk-bahagian".utf8))
    }

    @Test func damagedFilesGiveAMessage() throws {
        let whole = try TestIndex(manyPages(40))
        for name in whole.files.keys.sorted() where name != "start.js" {
            for damage in 0..<3 {
                var index = whole
                let bytes = whole.files[name] ?? []
                index.files[name] =
                    [nil, Array(bytes.prefix(bytes.count / 2)), bytes.map { $0 == 0x41 ? 0x42 : $0 }][damage]
                let results = index.search("perkhidmatan kaunter kata5x -ulang telfonn")
                if results.problem == nil {
                    #expect(
                        results.results.map(\.score) == whole.scores(of: "perkhidmatan kaunter kata5x -ulang telfonn"))
                }
            }
        }
    }

    @Test func aDamagedStartIsRefused() throws {
        let start = try TestIndex(manyPages(5)).files["start.js"] ?? []
        #expect(SearchEngine(start: Array(start.prefix(40))) == nil)
        #expect(SearchEngine(start: []) == nil)
        for place in stride(from: 30, to: start.count, by: start.count / 12) {
            var bytes = start
            bytes[place] = bytes[place] == 0x30 ? 0x31 : 0x30
            var engine = SearchEngine(start: bytes)
            _ = engine?.search(Array("kaunter".utf8))
        }
    }
}

extension TestIndex {
    func scores(of query: String) -> [Int32] {
        var copy = self
        return copy.search(query).results.map(\.score)
    }
}

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
            "Petugas-petugas di KAUNTER: café, “petik”  dua ruang\n1. Aduan; aduan, Aduan \u{1}\u{2} Привет ΑΒΓΔ αβγδ tamat petugas"
        var index = try TestIndex(manyPages(30) + [page("t.html", "Ujian khas", ("Tajuk Bahagian", text))])
        let found = try #require(
            index.search("\"ujian khas\" petugas café").results.first { $0.url.starts(with: Array("t.html".utf8)) })
        let shown = String(decoding: found.excerpt.text, as: UTF8.self)
        #expect(shown == text.replacing("\n", with: " "))
        #expect(found.url == Array("t.html#tajuk-bahagian".utf8))
    }
}

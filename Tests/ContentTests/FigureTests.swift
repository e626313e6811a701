import Foundation
import SiteBuilder
import SiteModel
import Testing

/// Every number with a unit that a page writes, and where it comes from.
@Suite struct FigureTests {
    /// What the sources say. A figure of the data file that differs is wrong, here or there.
    private static let sources = [
        "jawab-telefon": ["10 saat", "sepuluh saat", "10 seconds", "ten seconds"],
        "status-menunggu": ["20 saat", "dua puluh saat", "20 seconds", "twenty seconds"],
        "akuan-surat": ["3 hari bekerja", "tiga hari bekerja", "3 working days", "three working days"],
        "makluman-rujukan": ["7 hari bekerja", "tujuh hari bekerja", "7 working days", "seven working days"],
        "kaji-semula-piagam": ["12 bulan", "dua belas bulan", "12 months", "twelve months"],
        "lapor-prestasi": ["4 kali setahun", "empat kali setahun", "4 times a year", "four times a year"],
    ]

    /// `page | figure | where it comes from`: figures that are no rule of the office, or of one page alone.
    private static let allowed: [(page: String, text: String, source: String)] = {
        let file = (#filePath as NSString).deletingLastPathComponent + "/figures.txt"
        let lines = ((try? String(contentsOfFile: file, encoding: .utf8)) ?? "").split(separator: "\n")
        return lines.filter { !$0.hasPrefix("#") }.map { line in
            let parts = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            return parts.count == 3 ? (parts[0], parts[1], parts[2]) : (String(line), "", "")
        }
    }()

    private static let written: [WrittenFigure] = {
        let folder = ContentSite.root + "/content"
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".md") }.sorted().flatMap { file in
            let text = (try? String(contentsOfFile: folder + "/" + file, encoding: .utf8)) ?? ""
            return (try? WrittenFigure.all(in: file, text: text)) ?? []
        }
    }()

    @Test func theDataFileSaysWhatTheSourcesSay() throws {
        let facts = try #require(ContentSite.loaded).facts.all
        #expect(facts.map(\.name).sorted() == Self.sources.keys.sorted())
        for fact in facts {
            let texts = ["ms", "en"].flatMap { [fact.text(in: $0), fact.text(in: $0, asWords: true)] }
            #expect(texts == Self.sources[fact.name])
            #expect(fact.source.hasPrefix("PKPA Bil. 1/2008, "))
        }
    }

    /// A rule is quoted by name; what is written out is in the list, with its source.
    @Test func aFigureIsAFactOrIsAllowedWithItsSource() {
        let rules = Set(Self.sources.values.joined())
        for figure in Set(Self.written).sorted(by: { ($0.page, $0.text) < ($1.page, $1.text) }) {
            let isAllowed = Self.allowed.contains { $0.page == figure.page && $0.text == figure.text }
            if isAllowed || figure.isPlain && rules.contains(figure.text) { continue }
            let mend = rules.contains(figure.text) ? "write :fakta[…]" : "no source is known for it"
            Issue.record("content/\(figure.page): '\(figure.text)': \(mend)")
        }
    }

    @Test func theListHoldsNothingElse() {
        let written = Set(Self.written.map { "\($0.page) | \($0.text)" })
        for entry in Self.allowed {
            #expect(!entry.source.isEmpty && written.contains("\(entry.page) | \(entry.text)"), "\(entry)")
        }
    }

    @Test(arguments: [
        ("Dalam 15 saat.", ["15 saat"]), ("dalam sepuluh hari bekerja", ["sepuluh hari bekerja"]),
        ("Within Seven working days", ["seven working days"]), ("90% pelanggan, 5 peratus", ["90%", "5 peratus"]),
        ("a 10-second rule", ["10 second"]), ("lima kali, dua puluh minit", ["lima kali", "dua puluh minit"]),
        ("selama seminggu", ["seminggu"]), (":fakta[x]{words} dan [a](tujuh-hari.md)", []),
        ("Bil. 1 Tahun 1991", []), ("tidak kali ini", []),
    ])
    func figuresAreFound(text: String, figures: [String]) throws {
        #expect(try WrittenFigure.all(in: "x.md", text: text).map(\.text) == figures)
    }
}

import Foundation
import SiteModel
import Testing

/// What the course promises to hold.
@Suite struct TrainingTests {
    private static let quizzed =
        (1...8).map { "s\($0)-" } + [
            "8s", "ciri-kualiti", "empat-ekspektasi", "siapa-pelanggan", "pelanggan-sukar",
            "kursus-pengurusan-pelanggan",
        ]

    @Test(arguments: quizzed)
    func everyModuleHasAQuizOfMixedKinds(_ name: String) throws {
        let page = try #require(
            ContentSite.pages("modul", "ms").first { $0.address.key.hasPrefix("latihan/" + name) })
        let quiz = try #require(page.body.activities.first { $0.kind == "quiz" })
        #expect(quiz.questions.count >= 6)
        let html = String(decoding: page.body.html, as: UTF8.self)
        let kinds = Set(html.matches(of: /data-kind="([a-z]+)"/).map { String($0.1) })
        #expect(kinds.count >= 3, "\(kinds)")
    }

    @Test func rolePlaysHaveScenesAndEndings() throws {
        let plays = ContentSite.pages.filter { $0.body.activities.contains { $0.kind == "scenario" } }
        #expect(plays.count >= 7)
        for play in plays {
            let source = try String(contentsOfFile: ContentSite.root + "/" + play.sourcePath, encoding: .utf8)
            let lines = source.split(separator: "\n")
            let endings = lines.filter { $0.hasPrefix(":ending{kind=") }
            let headings = lines.count { $0.hasPrefix("### ") }
            #expect(headings - endings.count >= 8, "\(play.sourcePath)")
            for kind in ["good", "bad"] {
                #expect(endings.count { $0.hasPrefix(":ending{kind=\(kind)}") } >= 2, "\(play.sourcePath): \(kind)")
            }
        }
    }

    @Test func thereAreCardsAndAPathThatEndsWithATest() throws {
        #expect(ContentSite.pages.flatMap(\.body.activities).map(\.cards.count).reduce(0, +) >= 60)
        let course = try #require(ContentSite.page("latihan/kursus-pengurusan-pelanggan"))
        let path = try #require(course.body.activities.first { $0.kind == "path" })
        #expect(path.modules.last == "latihan/ujian-akhir")
        for number in 1...8 { #expect(path.modules.contains { $0.hasPrefix("latihan/s\(number)-") }) }
        let test = try #require(ContentSite.page("latihan/ujian-akhir")?.body.activities.first { $0.kind == "quiz" })
        #expect(test.questions.count >= 80)
        #expect(ContentSite.page("latihan/8s", "en") != nil && ContentSite.page("latihan/s1-salam", "en") != nil)
    }
}

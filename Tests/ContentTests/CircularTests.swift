import Foundation
import SiteModel
import Testing

/// The five circulars that PKPA Bil. 1/2008 replaced.
@Suite struct CircularTests {
    private static let cancelled = [
        "pkpa-1-1991": "PKPA Bil. 1/1991", "pkpa-10-1991": "PKPA Bil. 10/1991", "pkpa-3-1993": "PKPA Bil. 3/1993",
        "spkpa-1-1994": "SPKPA Bil. 1/1994", "pkpa-1-2005": "PKPA Bil. 1/2005",
    ]

    @Test(arguments: cancelled.sorted { $0.key < $1.key })
    func eachSaysWhatReplacedIt(name: String, number: String) throws {
        let page = try #require(ContentSite.page("pekeliling/" + name))
        #expect(page.metadata.supersededBy?.value == "pkpa-1-2008.md")
        #expect(page.metadata.fields.first { $0.field.name == "number" }?.text == number)
    }

    /// In the text of every page, its summary and its answer, in both languages.
    @Test func citingOneShowsThatItIsCancelled() {
        var citations = 0
        for page in ContentSite.pages {
            let parts = [page.body.html, page.body.summaryHTML] + page.body.answer.map(\.html)
            let text = parts.map { ContentSite.text(of: $0) }.joined(separator: "\n")
            for (name, number) in Self.cancelled where page.address.key != "pekeliling/" + name {
                let around = text.components(separatedBy: number.drop { $0 != "B" })
                for (before, after) in zip(around, around.dropFirst()) {
                    citations += 1
                    // A number without its series would escape the mark.
                    let isWhole = before.hasSuffix("PKPA ")
                    let isMarked = after.hasPrefix(" Dibatalkan") || after.hasPrefix(" Cancelled")
                    #expect(isWhole && isMarked, "\(page.sourcePath): \(number)")
                }
            }
        }
        #expect(citations >= 15)
    }

    @Test func thatOneInForceIsNotMarked() throws {
        let html = try #require(ContentSite.page("pekeliling/index")).body.html
        #expect(!String(decoding: html, as: UTF8.self).contains(/1\/2008(?:<\/a>)? <strong class="cancelled"/))
    }
}

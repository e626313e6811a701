import Foundation
import SiteBuilder
import SiteModel
import TestSites
import Testing

@Suite struct PageFileTests {
    private func checkPage(_ bytes: [UInt8]) throws -> String {
        let site = try TemporarySite()
        try site.write(bytes, to: "content/x.md")
        let found = try check(site)
        #expect(try build(site) { $0.keepsGoing = true }.isWritten)
        return found
    }

    @Test func whatIsNotTextSaysWhere() throws {
        #expect(
            try checkPage(Array("# Satu\n\nb\u{E9}b ".utf8) + [0xFF, 0x0A]) == """
                content/x.md:3:5: error: this is not UTF-8 text [not-utf8]
                  help: save the file as UTF-8

                """)
    }

    @Test(
        arguments: [
            [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0x80], [0xFE], [0xFF, 0xFE, 0x23, 0x00],
        ] as [[UInt8]])
    func malformedUTF8(_ bytes: [UInt8]) throws {
        #expect(try checkPage(bytes).hasPrefix("content/x.md:1:1: error: this is not UTF-8 text [not-utf8]\n"))
    }

    @Test func wellFormedUTF8OfEveryLengthPasses() throws {
        #expect(
            try checkPage(Array("# \u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}".utf8)) == "")
    }

    @Test func aNullByteSaysWhere() throws {
        #expect(
            try checkPage(Array("# Satu\nab\0c\n".utf8)) == """
                content/x.md:2:3: error: the file holds a null byte [null-byte]
                  help: save it as plain text

                """)
    }

    @Test(arguments: ["", " \n\t\r\n"])
    func anEmptyPageIsAPage(_ text: String) throws {
        #expect(
            try checkPage(Array(text.utf8)) == """
                content/x.md:1:1: warning: the file is empty [empty-page]
                  help: write the page, or remove the file

                """)
    }

    @Test func aHugePageIsADiagnostic() throws {
        let site = try TemporarySite("-- content/y.md --\n# Dua\n")
        try site.write([], to: "content/x.md")
        // A hole costs no disk; the file is larger than any memory.
        #expect(truncate(site.source + "/content/x.md", 1 << 42) == 0)
        #expect(
            try check(site) == """
                content/x.md:1:1: error: the file is larger than 16 MiB [too-large]
                  help: split the page, or move it out of the content

                """)
    }

    @Test(arguments: [
        ("site.yml", "title: Kaf\u{1}\n", "1:11"), ("content/_data/fakta.yml", "# Kaf\u{1}\n", "1:6"),
        ("content/_search/synonyms.txt", "aduan, komplen\n# Kaf\u{1}\n", "2:6"),
        ("themes/panduan/templates/page.mustache", "Kaf\u{1}\n", "1:4"),
    ])
    func everyFileOfTextIsUTF8(_ path: String, _ text: String, _ place: String) throws {
        let site = try TemporarySite("-- content/x.md --\n# Satu\n")
        try site.write(text.utf8.map { $0 == 1 ? 0xE9 : $0 }, to: path)
        #expect(
            try check(site, ignoring: ["missing-field", "unknown-word"]) == """
                \(path):\(place): error: this is not UTF-8 text [not-utf8]
                  help: save the file as UTF-8

                """)
    }

    @Test func aByteOrderMarkAndWindowsLinesAreTaken() throws {
        let site = try TemporarySite()
        let text = "\u{FEFF}---\r\ntitle: Tajuk\r\nowner: Ketua\r\n---\r\n\r\nSatu\r\n\r\n[a](tiada.md)\r\n"
        try site.write(Array(text.utf8), to: "content/x.md")
        #expect(
            try check(site) == "content/x.md:8:1: error: there is no page tiada.md [broken-link]\n")
        let loaded = try build(site) { $0.keepsGoing = true }.loaded
        #expect(loaded.site.pages.map(\.title) == ["Tajuk"])
        #expect(try !site.built("x.html").contains("\u{FEFF}"))
    }

    @Test func frontMatterWithoutEndSaysSo() throws {
        #expect(
            try checkPage(Array("---\ntitle: Satu\n\n# Dua\n".utf8)) == """
                content/x.md:1:1: error: the front matter has no end [unclosed-front-matter]
                  help: close it with a line '---'

                """)
        #expect(try checkPage(Array("---\n\nGaris di atas.\n".utf8)) == "")
    }

    @Test func nothingIsMissedInFrontMatterThatCannotBeRead() throws {
        for (text, id) in [("---\nowner: [a\n---\n", "invalid-yaml"), ("---\nowner: A\n", "unclosed-front-matter")] {
            let site = try TemporarySite("")
            try site.write(Array((text + "Teks.\n").utf8), to: "content/x.md")
            let report = try check(site, ignoring: [])
            #expect(report.contains("[\(id)]") && !report.contains("missing-field"), "\(report)")
        }
    }

    @Test func frontMatterThatIsNoYAMLSaysWhere() throws {
        #expect(
            try checkPage(Array("---\ntitle: Satu\nowner: [a\n---\n".utf8))
                == "content/x.md:4:1: error: did not find expected ',' or ']' [invalid-yaml]\n")
        #expect(
            try checkPage(Array("---\ntitle: Satu\ntitle: Dua\n---\n".utf8)) == """
                content/x.md:3:1: error: 'title' is given twice [duplicate-key]
                  help: keep one of them

                """)
    }

    private static let hostile: [String] = {
        let repeated = [
            "> ", "- ", "1. ", "[", "*a _b ", "![", "<", "`", ":::note\n", "|", "\\", "&", "~~", "[a](", "[^a]", ":x[",
            "<!--", "\t", "#", "---\n", "[a]: /b\n",
        ].map { String(repeating: $0, count: 20_000) + "a" }
        let stairs = (0..<400).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n")
        let yamlStairs = (0..<2_000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
        var laughs = "a: &b0 [x,x,x,x,x,x,x,x,x]\n"
        for level in 1...8 {
            let aliases = [String](repeating: "*b\(level - 1)", count: 9).joined(separator: ",")
            laughs += "b\(level): &b\(level) [\(aliases)]\n"
        }
        let yaml = ["x: " + String(repeating: "[", count: 20_000), "x: " + String(repeating: "{a: ", count: 20_000)]
        return repeated + [stairs] + (yaml + [yamlStairs, laughs]).map { "---\n" + $0 + "\n---\n" }
    }()

    @Test(arguments: hostile.indices)
    func aHostilePageEndsInAPageOrADiagnostic(_ number: Int) throws {
        _ = try checkPage(Array(Self.hostile[number].utf8))
    }
}

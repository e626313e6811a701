import Diagnostics
import Testing

@testable import Markdown

private func plainly(_ text: String) -> YAMLValue? {
    Array(text.utf8).withUnsafeBufferPointer { YAMLReader.readPlainly($0, file: "a.md", firstLine: 2) }
}

private func fully(_ text: String) -> (value: YAMLValue?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let value = Array(text.utf8).withUnsafeBufferPointer {
        YAMLReader.readFully($0, file: "a.md", firstLine: 2, diagnostics: &diagnostics)
    }
    return (value, diagnostics)
}

@Suite struct YAMLTests {
    @Test func placesAreThoseOfTheFile() throws {
        let value = try #require(
            plainly("title: Telefon\ntags: [a, \"é b\", c]\nanswer:\n  say: Selamat\n  do:\n    - satu\n"))
        #expect(value["title"]?.text == "Telefon")
        let tags = try #require(value["tags"]?.list)
        #expect(tags.map(\.text) == ["a", "é b", "c"])
        #expect(tags[2].location == SourceLocation(file: "a.md", line: 3, column: 18))
        #expect(value["answer"]?["do"]?.list?.first?.location == SourceLocation(file: "a.md", line: 7, column: 7))
    }

    /// Front matter as it is written must not need the full reader.
    @Test(arguments: [
        "title: \"Prosedur: menjawab\"\ntype: prosedur\nreviewed: 2024-10-08\nreview_months: 12\n",
        "sources:\n- PKPA Bil. 1/2008, Carta 1\n- amalan baik\ndraft: true\n",
        "answer:\n  say: 'Selamat pagi'\n  do:\n    - angkat\n    - catat\n  time: 10 saat\n",
        "aliases: []\nowner: Ketua Unit (Khidmat)\n\n# ulasan\nsummary: a/b-c, d; e?\n",
        "kosong:\ntags: [satu, dua]\r\nlain: ya\r\n",
    ])
    func plainSubset(_ text: String) {
        let plain = plainly(text)
        #expect(plain != nil)
        #expect(plain == fully(text).value)
    }

    /// The plain reader either declines or reads what Yams reads, with the same places.
    @Test func plainReaderAgreesWithYams() {
        var random = SeededGenerator(seed: 20_08)
        var read = 0
        for _ in 0..<30_000 {
            let text = randomYAML(&random)
            guard let plain = plainly(text) else { continue }
            read += 1
            let full = fully(text)
            #expect(plain == full.value, "\(text.debugDescription): \(full.diagnostics)")
            if plain != full.value { return }
        }
        #expect(read > 1_000)
    }

    private func randomYAML(_ random: inout SeededGenerator) -> String {
        let keys = [
            "k", "m", "n", "p", "q", "r", "s", "u", "a", "title", "x_y", "no", "null", "2a", "é", "a b", "~", "- a",
            "\"q\"",
        ]
        let values = [
            "", "text", "dua patah kata", "a: b", "a:b", "a #b", "a#b", "# c", "\"q\"", "'q'", "\"a\\n\"", "'it''s'",
            "\"a\" b",
            "[]", "[a, b]", "[a, \"b, c\"]", "[a, ]", "[a: b]", "[a", "{a: b}", "null", "~", "Null", "yes", "12", "-5",
            "- x",
            "2024-01-02", "10:30", "*a", "&a b", "!t x", "| ", ">", "%a", "@a", "`a`", "a,", "a]", "é ü", "?", "? a",
            "a :", ":",
            "/a/b", "(a)", "...", "---", "a\u{85}b", "a\u{2028}b", "\u{FEFF}a", "😀", "[\"a\" b]", "['a', b]", "a\t",
            "[a,b]", "[ a , b ]",
            "\"", "''", "\"\"", "[a#b, c #d]", "a # b", "[,]", "[a,,b]", "-", "--", "a -", "[-a]", "[- a]", "[a b]",
            "[é, ü]",
        ]
        let simple = ["text", "dua patah kata", "[a, b]", "\"q: r\"", "'q'", "2024-01-02", "", "é (ü)", "a:b, c#d"]
        func value(_ random: inout SeededGenerator) -> String {
            let from = random.next(upTo: 3) == 0 ? values : simple
            return from[random.next(upTo: from.count)]
        }
        var text = ""
        for _ in 0..<random.next(upTo: 5) + 1 {
            let indentation = [0, 0, 0, 0, 2, 2, 4, 1][random.next(upTo: 8)]
            text += String(repeating: " ", count: indentation)
            switch random.next(upTo: 6) {
            case 0: text += "- " + value(&random)
            case 1: text += "# ulasan"
            case 2: text += random.next(upTo: 2) == 0 ? "" : value(&random)
            default: text += keys[random.next(upTo: keys.count)] + ": " + value(&random)
            }
            text += ["\n", "\n", "\n", "  \n", "\r\n", "\n\n"][random.next(upTo: 6)]
        }
        return text
    }

    @Test func mistakesHaveTheirPlace() {
        #expect(fully("a: 1\nb: [x\n").diagnostics.first?.id == "invalid-yaml")
        let twice = fully("a: 1\nb: 2\na: 3\n").diagnostics.first
        #expect(twice?.id == "duplicate-key")
        #expect(twice?.location == SourceLocation(file: "a.md", line: 4, column: 1))
        let colon = fully("a: 1\nb: c: d\n").diagnostics.first
        #expect(colon?.location == SourceLocation(file: "a.md", line: 3, column: 5))
        #expect(colon?.help == "quote a text that holds ': '")
        #expect(fully("[a]: b\n").diagnostics.first?.message == "a key has to be text")
    }

    @Test(arguments: [
        "a: &x [1, 2]\nb: [*x, *x]\n", String(repeating: "[", count: 100_000),
        "a: " + String(repeating: "{b: ", count: 5_000),
        String(repeating: "- ", count: 50_000), (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ])
    func bombsAreRefused(_ text: String) {
        let (value, diagnostics) = fully(text)
        #expect(value == nil)
        #expect(diagnostics.map(\.id) == ["invalid-yaml"])
    }
}

@Suite struct FrontMatterTests {
    private func split(_ text: String) -> (yaml: String?, body: String, line: Int) {
        let bytes = Array(text.utf8)
        let found = bytes.withUnsafeBufferPointer(FrontMatter.split)
        return (
            found.yaml.map { String(decoding: bytes[$0], as: UTF8.self) },
            String(decoding: bytes[found.body], as: UTF8.self), found.bodyLine
        )
    }

    @Test func splits() {
        #expect(split("---\na: b\n---\nteks\n") == ("a: b\n", "teks\n", 4))
        #expect(split("\u{FEFF}---\r\na: b\r\n---\r\nteks") == ("a: b\r\n", "teks", 4))
        #expect(split("teks\n---\n") == (nil, "teks\n---\n", 1))
        #expect(split("---\n---\n") == ("", "", 3))
        #expect(split("\n \r\n---\na: b\n---\nteks\n") == ("a: b\n", "teks\n", 6))
        #expect(split("\n\nteks\n") == (nil, "\n\nteks\n", 1))
        #expect(split("") == (nil, "", 1))
    }

    @Test func unclosedIsSaid() {
        #expect(Array("---\na: b\n".utf8).withUnsafeBufferPointer(FrontMatter.split).isUnclosed)
        #expect(!Array("a\n".utf8).withUnsafeBufferPointer(FrontMatter.split).isUnclosed)
    }
}

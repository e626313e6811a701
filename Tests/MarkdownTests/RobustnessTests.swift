import Diagnostics
import Markdown
import Testing

/// A long text that a test's log names by its part.
private struct Repeated: CustomTestStringConvertible {
    var text: String
    var testDescription: String

    init(_ part: String, _ count: Int, then rest: String = "") {
        text = String(repeating: part, count: count) + rest
        testDescription = "\(part.debugDescription) × \(count)"
    }
}

@Suite struct RobustnessTests {
    /// Each takes a small part of a second when time grows with the length, and minutes when it grows with its square.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            Repeated("[", 100_000), Repeated("*a ", 50_000), Repeated("![[]()", 100_000),
            Repeated("- ", 50_000, then: "x" + String(repeating: "\n", count: 100_001)),
            Repeated("> ", 100_000), Repeated("~~a", 50_000), Repeated(":a[", 50_000), Repeated("_www.x", 100_000),
            Repeated("a@", 100_000), Repeated("[^a", 50_000), Repeated("|", 100_000, then: "\n|-|\n"),
            Repeated(":::a\n", 50_000), Repeated("- :::a\n\n:::b\n", 10_000), Repeated("www.a.b/;", 50_000),
            Repeated("[a](&b) ", 20_000), Repeated("[^a]: b\n", 20_000), Repeated("*:a[x ", 20_000),
        ])
    fileprivate func timeGrowsWithLength(_ source: Repeated) {
        #expect(html(source.text + "\n\nakhir", .site, .site).contains("akhir"))
    }

    @Test func aVeryLongLine() {
        let source = String(repeating: "kata [a](b) ", count: 200_000)
        #expect(html(source, .site, .site).utf8.count > source.utf8.count)
    }

    @Test(arguments: [
        "", "\n", "\0", "a\0b", "\u{FEFF}", "\r", "---", ":", "[", "|", "|-|", "\\", "~~", "[^", "[^]:", ":::", "<!--",
    ])
    func small(_ source: String) {
        _ = html(source, .site, .site)
        _ = outline(source)
    }

    @Test func invalidUTF8IsReplaced() {
        for bytes: [UInt8] in [
            [0xFF], [0xC3], Array(":::a [\u{20}".utf8) + [0xE2, 0x82], [0x3A, 0x3A, 0x3A, 0xF0, 0x0A, 0xFF],
        ] {
            var diagnostics: [Diagnostic] = []
            var parser = MarkdownParser(options: .site)
            let document = parser.parse(bytes, diagnostics: &diagnostics)
            #expect(String(validating: document.bytes, as: UTF8.self) != nil)
        }
    }

    @Test func invalidUTF8IsReplacedWhereverItStands() {
        for place in 0..<40 {
            var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 40)
            bytes[place] = 0xFF
            var diagnostics: [Diagnostic] = []
            var parser = MarkdownParser(options: .site)
            let document = parser.parse(bytes, diagnostics: &diagnostics)
            let expected = String(repeating: "a", count: place) + "\u{FFFD}" + String(repeating: "a", count: 39 - place)
            #expect(document.plainText(below: document.root) == expected + "\n")
        }
    }

    @Test func tooManyImagesAreText() {
        #expect(problems(String(repeating: "![a](b)", count: 4_001)) == ["1:0 too-many-images"])
        #expect(problems(String(repeating: "![a](b)\n\n", count: 4_001)).isEmpty)
    }

    @Test func tooDeepNestingIsSaid() {
        #expect(problems("a\n\n" + String(repeating: ">", count: 101) + "b") == ["3:101 nested-too-deeply"])
        #expect(problems(String(repeating: "> ", count: 100) + "b").isEmpty)
    }

    /// Whatever is done to a page, it is read, written, and shows none of the characters that we use inside.
    @Test func mutatedPages() {
        var random = SeededGenerator(seed: 2008)
        for _ in 0..<1_500 {
            let source = mutate(&random)
            var diagnostics: [Diagnostic] = []
            var parser = MarkdownParser(options: .site)
            let document = parser.parse(source, file: "a.md", diagnostics: &diagnostics)
            var output: [UInt8] = []
            var context = PlainHTMLContext()
            var renderer = HTMLRenderer<PlainHTMLContext>(options: .site)
            renderer.render(document, context: &context, to: &output)
            let lines = source.count { $0 == 0x0A || $0 == 0x0D } + 1
            let text = String(validating: output, as: UTF8.self)
            #expect(text != nil && !text!.unicodeScalars.contains { (0xFDD0...0xFDEF).contains($0.value) }, "\(source)")
            #expect(diagnostics.allSatisfy { (1...lines).contains($0.location.line) }, "\(source)")
        }
    }

    private func mutate(_ random: inout SeededGenerator) -> [UInt8] {
        let signs = [
            "\n", "\n\n", "> ", "- ", "1. ", "    ", "\t", "`", "```\n", "~~", "*", "**", "_", "[", "](", "]", ": ",
            "![", "<", ">", "<!--", "-->",
            "\\", "&amp;", "|", "\n|-|\n", "---\n", "\r\n", "\r", "\0",
            String(decoding: [0xEF, 0xB7, 0x91] as [UInt8], as: UTF8.self), "é", "www.a.b", "a@b.c", ":::\n",
            ":::note\n", ":a[", "{", "}",
            "[^1]", "\n[^1]: ", "[x] ", "\\~", "\\:", "\\[^", "+   ", "=\n",
        ]
        var source = Array(samplePage.utf8)
        for _ in 0..<random.next(upTo: 12) + 1 {
            let place = random.next(upTo: source.count + 1)
            switch random.next(upTo: 5) {
            case 0: source.removeSubrange(place..<min(source.count, place + random.next(upTo: 30)))
            case 1: source.insert(UInt8(random.next(upTo: 256)), at: place)
            case 2:
                source.insert(
                    contentsOf: source[place..<min(source.count, place + 40)], at: random.next(upTo: source.count + 1))
            default: source.insert(contentsOf: Array(signs[random.next(upTo: signs.count)].utf8), at: place)
            }
        }
        return source
    }
}

private let samplePage = """
    # Menjawab *telefon*

    :::note [Ingat :var[saat]]{a=1 b="dua tiga"}
    Jawab dalam :time[10 saat] ~~lambat~~.[^1]

    ::::details
    - [x] satu
    - [ ] dua www.a.gov.my
    ::::
    :::

    :::steps
    1. :who[Petugas *kaunter*] angkat
    2. catat[^b]
    :::

    [^1]: PKPA
        sambung

        - senarai
    [^b]: Nota a@b.my

    teks
    | a | b |
    | - | :-: |
    | [x](y.md) | `a\\|b` |

    > :::warning
    > petik
    > :::

    ```
    :::note
    [^1]: kod \\~
    ```
    \\:var[x] \\~~y~~ \\[^1] <b> &lt;
    """

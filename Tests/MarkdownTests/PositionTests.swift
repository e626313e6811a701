import Diagnostics
import Markdown
import Testing

/// `line:column` of every link, image and inline directive in reading order.
private func positions(_ source: String, firstLine: Int = 1) -> [String] {
    var diagnostics: [Diagnostic] = []
    var parser = MarkdownParser(options: .site)
    let document = parser.parse(Array(source.utf8), file: "a.md", firstLine: firstLine, diagnostics: &diagnostics)
    return document.descendants(of: document.root).map { document[$0] }
        .filter { [.link, .image, .inlineDirective, .footnoteReference, .heading].contains($0.kind) }
        .map { "\($0.line):\($0.column)" }
}

@Suite struct PositionTests {
    @Test(arguments: [
        ("a [b](c) é [d](e)", ["1:3", "1:12"]),
        ("> a\n> b [c](d)\n> [e](f)", ["2:5", "3:3"]),
        ("- a\n  `b\n  c` [d](e)", ["3:6"]),
        ("[a](b\n\"c\") [d](e)\n[f](g)", ["1:1", "2:6", "3:1"]),
        ("[r]: /x\n[s]: /y\na [r]\n[s]", ["3:3", "4:1"]),
        ("![a](b) <http://c> http://d.my", ["1:1", "1:9", "1:20"]),
        ("|a|\n|-|\n|é [b](c) :d[e]|", ["3:4", "3:11"]),
        (":::note\na [b](c)\n:::\n# d\n", ["2:3", "4:1"]),
        ("[^x]: a\n\n    [b](c)\n\nd[^x]\n[e](f)", ["5:2", "6:1", "3:5"]),
        ("|a|b|\n|-|-|\n|c [d](e)|[d](e)|\n\n[d](e) [f](g)", ["3:4", "3:11", "5:1", "5:8"]),
        ("a \\:b \\~ [c](d)", ["1:10"]),
        ("a\r\nb\rc [d](e)", ["3:3"]),
        ("[n\np](t1.md)", ["1:1"]), ("a [b\nc\nd](e) [c](f)\n![g\nh](i)", ["1:3", "3:7", "4:1"]),
        ("> [n\n> p](t1.md) [n](x)", ["1:3", "2:13"]),
        ("ééééééééé aaaaaaaaaaaaaaaa € [d](e) 😀😀😀😀😀 [f](g)", ["1:30", "1:43"]),
        ("- a\n\n      x\n\n  1. > b\n     > *c* [**d**](e)", ["6:12"]),
    ])
    func ofTheFile(_ source: String, _ expected: [String]) {
        #expect(positions(source) == expected)
    }

    @Test func countFromTheFirstLine() {
        #expect(positions("x\n[a](b)\n\n|c|\n|-|\n|[d](e)|", firstLine: 10) == ["11:1", "15:2"])
        #expect(problems("x\n\n:::", firstLine: 10) == ["12:1 stray-directive-end"])
    }
}

import Markdown
import Testing

@Suite struct FootnoteTests {
    @Test func numbersFollowTheReferences() {
        #expect(
            outline("a[^y] b[^x] c[^y]\n\n[^x]: ix\n[^y]: ye\n")
                == "paragraph('a' footnoteReference'y' ' b' footnoteReference'x' ' c' footnoteReference'y') footnoteDefinition'y'(paragraph('ye')) footnoteDefinition'x'(paragraph('ix'))"
        )
    }

    @Test func definitionsHoldBlocks() {
        #expect(
            outline("a[^x]\n\n[^x]: satu\n    dua\n\n    tiga\n\n    - empat\n\nlima")
                == "paragraph('a' footnoteReference'x') paragraph('lima') footnoteDefinition'x'(paragraph('satu' softBreak 'dua') paragraph('tiga') list(item(paragraph('empat'))))"
        )
        #expect(
            outline("a[^x]\n[^x]: b\n+ c")
                == "paragraph('a' footnoteReference'x') list(item(paragraph('c'))) footnoteDefinition'x'(paragraph('b'))"
        )
        #expect(
            outline("> a[^x]\n>\n> [^x]: b\n")
                == "blockQuote(paragraph('a' footnoteReference'x')) footnoteDefinition'x'(paragraph('b'))")
        #expect(
            outline("a[^x]\n\n[^x]: b[^y]\n[^y]: c[^x]")
                == "paragraph('a' footnoteReference'x') footnoteDefinition'x'(paragraph('b' footnoteReference'y')) footnoteDefinition'y'(paragraph('c' footnoteReference'x'))"
        )
    }

    @Test func linksLeadThereAndBack() {
        let output = html("a[^x] b[^x]\n\n[^x]: nota\n", .site, .site)
        #expect(output.contains("<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup>"))
        #expect(output.contains("id=\"fnref-1-2\""))
        #expect(
            output.hasSuffix(
                "<section class=\"footnotes\" aria-label=\"Nota kaki\">\n<ol>\n<li id=\"fn-1\">\n<p>nota <a class=\"footnote-back\" href=\"#fnref-1\" aria-label=\"Kembali ke teks 1\">↩</a> <a class=\"footnote-back\" href=\"#fnref-1-2\" aria-label=\"Kembali ke teks 1-2\">↩</a></p>\n</li>\n</ol>\n</section>\n"
            ))
    }

    @Test(arguments: [
        ("a [^x]", ["1:3 undefined-footnote"]), ("[^x]: a", ["1:1 unused-footnote"]),
        ("a[^x]\n\n[^x]: b\n[^X]: c", ["4:1 duplicate-footnote", "4:1 unused-footnote"]),
        ("\\[^x] `[^x]` [^ x]", []),
    ])
    func mistakes(_ source: String, _ expected: [String]) {
        #expect(problems(source) == expected)
    }

    @Test func otherModesKnowNone() {
        #expect(html("a[^x]\n\n[^x]: b\n", .gfm) == "<p>a<a href=\"b\">^x</a></p>\n")
    }
}

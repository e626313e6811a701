import Diagnostics
import Markdown
import Testing

private func site(_ source: String) -> String { html(source, .site, .site) }

@Suite struct SiteFormTests {
    @Test func headingsHaveAnchors() {
        #expect(
            site("# Apa yang *perlu* dibuat?\n\n## Apa yang perlu dibuat\n")
                == "<h1 id=\"apa-yang-perlu-dibuat\">Apa yang <em>perlu</em> dibuat?</h1>\n<h2 id=\"apa-yang-perlu-dibuat-2\">Apa yang perlu dibuat</h2>\n"
        )
    }

    @Test(arguments: [
        ("Élan & Ünïcode – 2", "élan-ünïcode-2"), ("", "bahagian"), ("***", "bahagian"), ("C++/Swift_6", "cswift_6"),
        ("  a  b ", "a-b"),
        ("پڠڬيلن تيليفون", "پڠڬيلن-تيليفون"),
    ])
    func anchors(_ heading: String, _ anchor: String) {
        #expect(AnchorGenerator.slug(of: Array(heading.utf8)[...]) == Array(anchor.utf8))
    }

    @Test func repeatedAnchorsAvoidThoseThatExist() {
        var anchors = AnchorGenerator()
        let given = ["a", "a", "a 2", "a"].map {
            String(decoding: anchors.anchor(for: Array($0.utf8)[...]), as: UTF8.self)
        }
        #expect(given == ["a", "a-2", "a-2-2", "a-3"])
    }

    @Test func tablesCanBeScrolled() {
        let output = site("|a|b|\n|-|:-:|\n|c|d|\n")
        #expect(
            output.hasPrefix(
                "<div class=\"table-wrap\" role=\"group\" aria-label=\"Jadual\" tabindex=\"0\">\n<table>\n"))
        #expect(output.contains("<th scope=\"col\" class=\"align-center\">b</th>"))
        #expect(output.hasSuffix("</table>\n</div>\n"))
        #expect(!output.contains("style="))
    }

    @Test func tasksHaveAClassAndAName() {
        let output = site("- [x] a\n- [ ] b\n")
        let done = "<input checked=\"\" disabled=\"\" type=\"checkbox\" aria-label=\"Selesai\">"
        #expect(output.contains("<li class=\"task\">\(done) a</li>"))
        #expect(output.contains("<input disabled=\"\" type=\"checkbox\" aria-label=\"Belum selesai\"> b</li>"))
    }

    @Test func rawHTMLIsShown() {
        #expect(
            site("<script>alert(1)</script>\n\na <b onclick=x>\n")
                == "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n<p>a &lt;b onclick=x&gt;</p>\n")
    }
}

@Suite struct UnsafeLinkTests {
    @Test(arguments: [
        "[a](javascript:alert(1))", "[a](JaVaScRiPt:x)", "[a](&#106;avascript:x)", "[a](&#x01;javascript:x)",
        "[a](<java&#9;script:x>)",
        "[a](< javascript:x>)", "[a](vbscript:x)", "[a](data:text/html,x)", "[a](data:image/png,x)", "<javascript:x>",
        "[a]\n\n[a]: javascript:x",
        "| a |\n|---|\n| [a](javascript:x) |", "![a](data:image/svg+xml,x)",
        "[a](java\u{AD}script:x)".replacing("\u{AD}", with: "&NewLine;"),
    ])
    func dropped(_ source: String) {
        var diagnostics: [Diagnostic] = []
        var parser = MarkdownParser(options: .site)
        _ = parser.parse(source, diagnostics: &diagnostics)
        #expect(diagnostics.map(\.id) == ["unsafe-link"])
        #expect(!site(source).contains("href"))
        #expect(!site(source).contains("<img"))
    }

    @Test(arguments: [
        "[a](b/javascript:x)", "[a](#javascript:)", "[a](?data:x)", "![a](data:image/png;base64,AAAA)",
        "[a](javascript.md)", "[a](https://a.my)",
        "[a](%6Aavascript:x)", "[a](java-script:x)",
    ])
    func kept(_ source: String) {
        var diagnostics: [Diagnostic] = []
        var parser = MarkdownParser(options: .site)
        _ = parser.parse(source, diagnostics: &diagnostics)
        #expect(diagnostics.isEmpty)
        #expect(site(source).contains("href") || site(source).contains("<img"))
    }
}

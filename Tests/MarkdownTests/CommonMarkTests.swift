import Diagnostics
import Markdown
import Testing

/// The reference HTML of `source`, and what was wrong with it.
func html(
    _ source: String, _ options: MarkdownOptions = .commonMark, _ form: HTMLOptions = .unsafeReference
) -> String {
    var diagnostics: [Diagnostic] = []
    var parser = MarkdownParser(options: options)
    let document = parser.parse(source, diagnostics: &diagnostics)
    var output: [UInt8] = []
    var context = PlainHTMLContext()
    var renderer = HTMLRenderer<PlainHTMLContext>(options: form)
    renderer.render(document, context: &context, to: &output)
    return String(decoding: output, as: UTF8.self)
}

@Suite struct CommonMarkTests {
    @Test func blocks() {
        #expect(
            html("# Satu *dua*\n\n> petik\n\n---\n")
                == "<h1>Satu <em>dua</em></h1>\n<blockquote>\n<p>petik</p>\n</blockquote>\n<hr />\n")
        #expect(html("```sh x\na < b\n```\n") == "<pre><code class=\"language-sh\">a &lt; b\n</code></pre>\n")
    }

    @Test func listsKeepTheirTightnessAndStart() {
        #expect(html("3. a\n4. b\n") == "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n")
        #expect(html("- a\n\n- b\n") == "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n")
    }

    @Test func inlines() {
        #expect(
            html("[a](/b?c=d&e \"t\") ![x *y*](z)  \n`q`")
                == "<p><a href=\"/b?c=d&amp;e\" title=\"t\">a</a> <img src=\"z\" alt=\"x y\" /><br />\n<code>q</code></p>\n"
        )
    }

    @Test func rawHTMLByPolicy() {
        #expect(html("a <b>c</b>") == "<p>a <b>c</b></p>\n")
        #expect(html("a <b>", .commonMark, .reference) == "<p>a <!-- raw HTML omitted --></p>\n")
        #expect(html("a <b>", .commonMark, .site) == "<p>a &lt;b&gt;</p>\n")
    }

    @Test func deepNestingNeitherCrashesNorHangs() {
        let quotes = html(String(repeating: ">", count: 50_000))
        #expect(quotes.utf8.count > 50_000)
    }
}

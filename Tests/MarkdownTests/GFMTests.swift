import Markdown
import Testing

private func gfm(_ source: String) -> String { html(source, .gfm) }

@Suite struct TableTests {
    private let head = "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n"

    @Test func cellsAreInlines() {
        #expect(
            gfm("|a|b|\n|-|-|\n|*c*|`d\\|e`|\n") == head
                + "<tbody>\n<tr>\n<td><em>c</em></td>\n<td><code>d|e</code></td>\n</tr>\n</tbody>\n</table>\n")
    }

    @Test(arguments: [
        (#"|c\\|d|"#, #"c\"#, "d"), (#"|c\\\|d|e|"#, #"c\|d"#, "e"), (#"\|c|d"#, "|c", "d"), (#"|\|c|d\|"#, "|c", "d|"),
        (#"|c\"#, #"c\"#, ""), (#"|c|\\"#, "c", #"\"#),
    ])
    func aBarMayBeEscaped(_ row: String, _ first: String, _ second: String) {
        #expect(
            gfm("|a|b|\n|-|-|\n\(row)\n") == head
                + "<tbody>\n<tr>\n<td>\(first)</td>\n<td>\(second)</td>\n</tr>\n</tbody>\n</table>\n")
    }

    @Test func shortRowsAreFilledAndLongOnesCut() {
        #expect(
            gfm("a|b\n-|-:\nc\nd|e|f\n")
                == "<table>\n<thead>\n<tr>\n<th>a</th>\n<th align=\"right\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td align=\"right\"></td>\n</tr>\n<tr>\n<td>d</td>\n<td align=\"right\">e</td>\n</tr>\n</tbody>\n</table>\n"
        )
    }

    @Test func linesBeforeTheHeaderStayAParagraph() {
        #expect(gfm("satu\n    - *dua*\n|a|b|\n|-|-|\n") == "<p>satu\n- <em>dua</em></p>\n" + head + "</table>\n")
        #expect(gfm("[x]: /y\n|a|[x]|\n|-|-|\n").contains("<th><a href=\"/y\">x</a></th>"))
        #expect(!gfm("[x]: /y\n|a|b|\n|-|-|\n").contains("<p>"))
    }

    @Test func containersKeepTheirTables() {
        #expect(gfm("> |a|b|\n> |-|-|\n") == "<blockquote>\n" + head + "</table>\n</blockquote>\n")
        #expect(gfm("- > |a|b|\n  > |-|-|\n").contains(head))
        #expect(gfm("1. x\n\n   |a|b|\n   |-|-|\n").contains(head))
    }

    @Test func linesThatOnlyAParagraphCouldContinueWithEndATable() {
        #expect(
            gfm("> |a|b|\n> |-|-|\nc *d*\ne\n") == "<blockquote>\n" + head
                + "</table>\n</blockquote>\n<p>c <em>d</em>\ne</p>\n")
        #expect(
            gfm("- - |a|b|\n    |-|-|\n    |c|d|\n  e\n- f\n").hasSuffix(
                "</table>\ne</li>\n</ul>\n</li>\n<li>f</li>\n</ul>\n"))
        #expect(gfm("> |a|b|\n|-|-|\n") == "<blockquote>\n<p>|a|b|\n|-|-|</p>\n</blockquote>\n")
        #expect(gfm("1. x\n\n   |a|b|\n   |-|-|\ne\n").hasSuffix("</table>\n<p>e</p>\n</li>\n</ol>\n"))
    }

    @Test func aLineOfDashesAfterATableIsARule() {
        #expect(gfm("|a|b|\n|-|-|\n---\n") == head + "</table>\n<hr />\n")
        #expect(
            gfm("|a|b|\n|-|-|\n|c|d|\n---\nteks\n") == head
                + "<tbody>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n<hr />\n<p>teks</p>\n")
    }

    @Test func whatIsNoTable() {
        #expect(gfm("|a|b|\n|-|\n") == "<p>|a|b|\n|-|</p>\n")
        #expect(gfm("a\n-\n") == "<h2>a</h2>\n")
        #expect(gfm("```\n|a|b|\n|-|-|\n```\n").hasPrefix("<pre>"))
        #expect(html("|a|b|\n|-|-|\n").hasPrefix("<p>"))
    }

    @Test func aWideHeaderCannotMultiplyAPage() {
        let wide = String(repeating: "|a", count: 2_000) + "\n" + String(repeating: "|-", count: 2_000) + "\n"
        #expect(gfm(wide + String(repeating: "x\n", count: 2_000)).utf8.count < 10_000_000)
    }
}

@Suite struct GFMInlineTests {
    @Test func strikethrough() {
        #expect(gfm("~~a *b* c~~ d") == "<p><del>a <em>b</em> c</del> d</p>\n")
        #expect(gfm("**~~a~~**") == "<p><strong><del>a</del></strong></p>\n")
        #expect(gfm("~~a~~~~b~~") == "<p><del>a~~~~b</del></p>\n")
    }

    @Test(arguments: ["5~10 dan 6~7", "~~ a ~~", "\\~~a~~", "~~a", "~~~", "`~~a~~`"])
    func noStrikethrough(_ source: String) {
        #expect(!gfm(source).contains("<del>"))
    }

    @Test(arguments: [
        ("www.a.my.", "<p><a href=\"http://www.a.my\">www.a.my</a>.</p>\n"),
        ("(lihat https://a.my/b_(c))", "<p>(lihat <a href=\"https://a.my/b_(c)\">https://a.my/b_(c)</a>)</p>\n"),
        ("tulis ke a.b@c.gov.my.", "<p>tulis ke <a href=\"mailto:a.b@c.gov.my\">a.b@c.gov.my</a>.</p>\n"),
        ("xwww.a.my http://a_b", "<p>xwww.a.my http://a_b</p>\n"),
        ("[http://a.my](b)", "<p><a href=\"b\">http://a.my</a></p>\n"),
        ("http://a.my/x&amp;y;", "<p><a href=\"http://a.my/x\">http://a.my/x</a>&amp;y;</p>\n"),
    ])
    func addresses(_ source: String, _ expected: String) {
        #expect(gfm(source) == expected)
    }

    @Test func tasks() {
        let box = "<input disabled=\"\" type=\"checkbox\">"
        #expect(
            gfm("- [ ] a\n- [x] *b*\n- [x]\n- [y] c\n")
                == "<ul>\n<li>\(box) a</li>\n<li><input checked=\"\" disabled=\"\" type=\"checkbox\"> <em>b</em></li>\n<li>[x]</li>\n<li>[y] c</li>\n</ul>\n"
        )
        #expect(gfm("[ ] a") == "<p>[ ] a</p>\n")
    }

    @Test func disallowedTagsAreNeutralised() {
        var form = HTMLOptions.unsafeReference
        form.filtersTags = true
        #expect(
            html("a <b> <SCRIPT x> </iframe> <titles>", .gfm, form)
                == "<p>a <b> &lt;SCRIPT x> &lt;/iframe> <titles></p>\n")
    }
}

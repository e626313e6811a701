import Diagnostics
import Markdown
import Testing

/// The tree below the root, one word a node: its kind, its own text in quotes, its children in brackets.
func outline(_ source: String, _ options: MarkdownOptions = .site) -> String {
    var diagnostics: [Diagnostic] = []
    var parser = MarkdownParser(options: options)
    let document = parser.parse(source, diagnostics: &diagnostics)
    return document.children(of: document.root).map { describe($0, document) }.joined(separator: " ")
}

private func describe(_ id: Document.NodeID, _ document: Document) -> String {
    let node = document[id]
    var text = node.kind == .text ? "" : "\(node.kind)"
    if !node.text.isEmpty { text += "'\(document.string(of: node.text))'" }
    if !node.extra.isEmpty { text += "{\(document.string(of: node.extra))}" }
    let children = document.children(of: id).map { describe($0, document) }
    return children.isEmpty ? text : text + "(" + children.joined(separator: " ") + ")"
}

/// Diagnostics as `line:column id`.
func problems(_ source: String, firstLine: Int = 1, _ options: MarkdownOptions = .site) -> [String] {
    var diagnostics: [Diagnostic] = []
    var parser = MarkdownParser(options: options)
    _ = parser.parse(Array(source.utf8), file: "a.md", firstLine: firstLine, diagnostics: &diagnostics)
    return diagnostics.inReadingOrder().map { "\($0.location.line):\($0.location.column) \($0.id)" }
}

@Suite struct BlockDirectiveTests {
    @Test func partsOfTheOpeningLine() {
        #expect(
            outline(":::note [Satu *dua*]{a=1 b=\"x } y\"}\nteks\n:::\n")
                == "directive'note'{a=1 b=\"x } y\"}(directiveLabel('Satu ' emphasis('dua')) paragraph('teks'))")
        #expect(outline(":::note\n:::") == "directive'note'")
        #expect(outline("::: note {}\n:::") == "directive'note'")
        #expect(outline("   :::note\n  teks\n :::\n") == "directive'note'(paragraph('teks'))")
        #expect(problems(" :::note\nteks\n") == ["1:2 unclosed-directive"])
    }

    @Test func nesting() {
        #expect(
            outline(":::a\n:::b\nx\n:::\ny\n:::\nz")
                == "directive'a'(directive'b'(paragraph('x')) paragraph('y')) paragraph('z')")
        #expect(outline("::::a\n:::b\nx\n:::\n::::\nz") == "directive'a'(directive'b'(paragraph('x'))) paragraph('z')")
    }

    @Test func insideListsAndQuotes() {
        #expect(
            outline("- satu\n  :::note\n  dua\n  :::\n- tiga")
                == "list(item(paragraph('satu') directive'note'(paragraph('dua'))) item(paragraph('tiga')))")
        #expect(outline("> :::note\n> dua\n> :::") == "blockQuote(directive'note'(paragraph('dua')))")
        #expect(
            outline(":::steps\n1. satu\n2. dua\n:::\n")
                == "directive'steps'(list(item(paragraph('satu')) item(paragraph('dua'))))")
        #expect(outline("- :::note\n  x\n  :::") == "list(item(directive'note'(paragraph('x'))))")
    }

    @Test func paragraphsInsideAreWrittenAsSuchInATightList() {
        #expect(html("- satu\n  :::note\n  dua\n  :::\n", .site).contains("<p>dua</p>"))
    }

    @Test(arguments: ["```\n:::note\nx\n:::\n```", "    :::note\n    x\n    :::", "~~~\n- :::note\n[^a]: b\n~~~"])
    func codeIsLeftAlone(_ source: String) {
        let code = source.split(separator: "\n").map { $0.trimmingPrefix("    ") }.filter {
            !$0.hasPrefix("```") && !$0.hasPrefix("~~~")
        }
        #expect(outline(source) == "codeBlock'" + code.joined(separator: "\n") + "\n'")
        #expect(problems(source).isEmpty)
    }

    @Test func otherModesKnowNoDirectives() {
        #expect(html(":::note\n:::\n", .gfm) == "<p>:::note\n:::</p>\n")
    }

    @Test(arguments: [
        (":::note\nx", ["1:1 unclosed-directive"]), ("x\n\n:::", ["3:1 stray-directive-end"]),
        ("> :::note\n\n:::", ["1:3 unclosed-directive", "3:1 stray-directive-end"]),
        ("::: {a=1}\n:::", ["1:1 malformed-directive"]), (":::note [x\n:::", ["1:1 malformed-directive"]),
        (":::note {a=\"}\n:::", ["1:1 malformed-directive"]), (":::note x\n:::", ["1:1 malformed-directive"]),
        (":::note x\nteks", ["1:1 malformed-directive"]),
        (":::a\n:::note x\nteks\n:::\n:::", ["2:1 malformed-directive"]),
        (":::note x\n:::\n\n:::", ["1:1 malformed-directive", "4:1 stray-directive-end"]),
        ("::note\nteks\n:::", ["1:1 malformed-directive"]),
        ("- ::note [x]\n  teks\n  :::", ["1:3 malformed-directive"]),
        ("::note\nteks\n:::\n\n:::", ["1:1 malformed-directive", "5:1 stray-directive-end"]),
        ("std::x\n\n:::", ["3:1 stray-directive-end"]), ("::x::y\n\n:::", ["3:1 stray-directive-end"]),
        ("::note\n\nJam 8::30, std::x\n\n::a ::", []),
        ("::::a\n:::b\n::::", ["2:1 unclosed-directive"]),
        ("é\n\n- é\n\n  :::note", ["5:3 unclosed-directive"]),
    ])
    func mistakes(_ source: String, _ expected: [String]) {
        #expect(problems(source) == expected)
    }

    @Test func nestingIsBounded() {
        #expect(
            problems(String(repeating: ":::a\n", count: 40) + String(repeating: ":::\n", count: 40)) == [
                "33:1 nested-too-deeply"
            ])
    }

    @Test func noContentPassesForAMarker() {
        let noncharacter = String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)
        #expect(
            outline("<!--\(noncharacter)0\(noncharacter)-->\n\n:::a\n:::")
                == "htmlBlock'<!--\u{FFFD}0\u{FFFD}-->\n' directive'a'")
    }
}

@Suite struct InlineDirectiveTests {
    @Test func parts() {
        #expect(
            outline("Dalam :time[10 saat]{a=b}.") == "paragraph('Dalam ' inlineDirective'time'{a=b}('10 saat') '.')")
        #expect(
            outline(":who[*Petugas* dan `x`]") == "paragraph(inlineDirective'who'(emphasis('Petugas') ' dan ' code'x'))"
        )
        #expect(outline(":a[x :b[y] [z]]") == "paragraph(inlineDirective'a'('x ' inlineDirective'b'('y') ' [z]'))")
        #expect(outline("*:a[x]*") == "paragraph(emphasis(inlineDirective'a'('x')))")
        #expect(outline(":a[]") == "paragraph(inlineDirective'a')")
        #expect(outline("x :a{b=1 c=\"}\"} y") == "paragraph('x ' inlineDirective'a'{b=1 c=\"}\"} ' y')")
        #expect(outline(":a{b=1}:c{}") == "paragraph(inlineDirective'a'{b=1} inlineDirective'c')")
        #expect(outline(":a[:b{c=1}]") == "paragraph(inlineDirective'a'(inlineDirective'b'{c=1}))")
        #expect(
            outline("|a|\n|-|\n|:b[c]|")
                == "table(tableRow(tableCell('a')) tableRow(tableCell(inlineDirective'b'('c'))))")
    }

    @Test(arguments: [
        "x:a[b]", "\\:a[b]", "`:a[b]`", ":A[b]", ":a [b]", ":a[b", "é:a[b]", ":[b]", ":a{b", "x:a{b}", ":{b}",
    ])
    func notOne(_ source: String) {
        #expect(!outline(source).contains("inlineDirective"))
    }

    @Test func escapesInArguments() {
        #expect(outline(":a[x]{b=\\:c}") == "paragraph(inlineDirective'a'{b=:c}('x'))")
    }

    @Test func deepNestingIsBounded() {
        let source = String(repeating: ":a[", count: 50_000) + String(repeating: "]", count: 50_000)
        #expect(html(source, .site, .site).utf8.count > 50_000)
        #expect(html(String(repeating: ":a{", count: 100_000), .site, .site).utf8.count > 300_000)
    }
}

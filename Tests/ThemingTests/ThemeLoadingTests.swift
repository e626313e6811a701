import Diagnostics
import Testing

@testable import Theming

@Suite struct ThemeLoadingTests {
    private func load(_ files: [String: String], _ declared: ContextDeclaration) -> (Theme, [String]) {
        var diagnostics: [Diagnostic] = []
        let bytes = files.mapValues { Array($0.utf8) }
        let theme = Theme.load(files: bytes, declared: declared, diagnostics: &diagnostics)
        return (theme, diagnostics.map { "\($0.location.file):\($0.location.line) \($0.id)" })
    }

    private func render(_ theme: Theme, _ language: String) -> String {
        var output: [UInt8] = []
        theme.render("page", language: language, [:], to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    @Test func eachLanguageHasItsWords() {
        let files = [
            "templates/page.mustache": "{{t.print}}", "strings/ms.yml": "# kata\nprint: Cetak\n",
            "strings/en.yml": "print: \"Print: \\\"now\\\"\"\n",
        ]
        let (theme, diagnostics) = load(files, ContextDeclaration(contexts: [:]))
        #expect(diagnostics == [])
        #expect(theme.languages == ["en", "ms"])
        #expect(render(theme, "ms") == "Cetak")
        #expect(render(theme, "en") == "Print: &quot;now&quot;")
        #expect(render(theme, "zh") == "Print: &quot;now&quot;")
        #expect(theme.strings(for: "ms") == ["print": "Cetak"])
    }

    @Test func aWordMissingInOneLanguageIsReported() {
        let files = ["strings/ms.yml": "a: A\nb: B\nb: C\nx\ny: \"z", "strings/en.yml": "a: A"]
        let expected = [
            "strings/en.yml:0 missing-string", "strings/ms.yml:3 duplicate-key", "strings/ms.yml:4 invalid-string",
            "strings/ms.yml:5 invalid-string",
        ]
        #expect(load(files, ContextDeclaration(contexts: [:])).1 == expected)
    }

    @Test func templatesThatAreDeclaredMustExist() {
        let declared = ContextDeclaration(contexts: ["home": [:]])
        #expect(load(["strings/ms.yml": ""], declared).1 == ["templates/home.mustache:0 missing-template"])
    }

    @Test func scriptsGetTheirWords() {
        let strings = "js_late: Lewat \"ini\" {n}\nprint: Cetak\ntraining_check: Semak"
        let files = ["strings/ms.yml": strings, "assets/a.css": "b"]
        let assets = load(files, ContextDeclaration(contexts: [:])).0.assets
        #expect(assets.map(\.path) == ["a.css", "strings-ms.js", "training-ms.js"])
        #expect(String(decoding: assets[2].bytes, as: UTF8.self) == "window.panduanTraining={\"check\":\"Semak\"};\n")
        let script = String(decoding: assets[1].bytes, as: UTF8.self)
        #expect(script == "window.panduanStrings={\"late\":\"Lewat \\\"ini\\\" {n}\"};\n")
    }

    @Test func assetsAreKnownByName() {
        let files = [
            "templates/page.mustache": "{{asset.panduan_css}}{{asset.panduan_cs}}", "strings/ms.yml": "",
            "assets/panduan.css": "",
        ]
        let declared = ContextDeclaration(contexts: ["page": ["asset": .open]])
        #expect(load(files, declared).1 == ["templates/page.mustache:1 unknown-name"])
    }

    @Test func contextsAreReadFromTheirDocumentation() {
        let source = """
            # Contexts
            [all]
            lang   text   language
            [page, home]
            toc    list   contents
              id   text   anchor
              children  list  below it
                id  text  anchor
            title  html   title
            tags   texts  tags
            [home]
            odd    thing
            """
        var diagnostics: [Diagnostic] = []
        let declared = ContextDeclaration.parse(Array(source.utf8), file: "c.txt", diagnostics: &diagnostics)
        let page: ContextDeclaration.Fields = [
            "lang": .text, "title": .html, "tags": .list([".": .text]),
            "toc": .list(["id": .text, "children": .list(["id": .text])]),
        ]
        #expect(declared.contexts == ["page": page, "home": page])
        #expect(declared.fallback == page)
        #expect(diagnostics.map(\.location) == [SourceLocation(file: "c.txt", line: 12, column: 1)])
    }

    @Test func contextsThatAreNotTotalAreNamed() {
        let fields: ContextDeclaration.Fields = [
            "title": .text, "toc": .list(["id": .text]), "next": .values(["url": .text]),
        ]
        let declared = ContextDeclaration(contexts: ["page": fields])
        let values: TemplateValues = [
            "title": .html([]), "toc": .list([["id": .text("a")], [:]]), "next": .values(["uri": .text("x")]),
        ]
        #expect(
            declared.mismatches(of: values, in: "page") == [
                "next.uri is not declared", "next.url is missing", "title is of another kind", "toc.id is missing",
            ])
    }
}

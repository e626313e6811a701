import Diagnostics
import Foundation
import Testing

@testable import Theming

/// What the theme that comes with Panduan promises.
@Suite struct DefaultThemeTests {
    private let files: [String: [UInt8]]

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../themes/panduan").standardizedFileURL
        let paths = try #require(FileManager.default.subpaths(atPath: root.path))
        var files: [String: [UInt8]] = [:]
        for path in paths where path.contains(".") {
            files[path] = Array(try Data(contentsOf: root.appendingPathComponent(path)))
        }
        self.files = files
    }

    private func load() -> (theme: Theme, declared: ContextDeclaration, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let file = "templates/contexts.txt"
        let declared = ContextDeclaration.parse(files[file] ?? [], file: file, diagnostics: &diagnostics)
        let theme = Theme.load(files: files, declared: declared, diagnostics: &diagnostics)
        return (theme, declared, diagnostics)
    }

    @Test func loadsWithoutAWord() {
        let (theme, declared, diagnostics) = load()
        #expect(diagnostics == [])
        #expect(theme.languages == ["en", "ms"])
        #expect(declared.contexts.count >= 10)
    }

    @Test func everyTypeHasAnIcon() {
        let theme = load().theme
        for name in ["dasar", "prosedur", "borang", "soalan", "modul", "skrip", "pekeliling", "glosari", "halaman"] {
            #expect(theme.icon(name).starts(with: Array("<svg class=\"icon\" aria-hidden=\"true\" viewBox=".utf8)))
        }
    }

    @Test func staysSmall() throws {
        let css = try #require(files["assets/panduan.css"])
        #expect(css.count <= 25_000)
        let everywhere = ["panduan.js", "search.js", "results.js"]
        #expect(everywhere.compactMap { files["assets/" + $0]?.count }.reduce(0, +) <= 40_000)
        // What a first page brings with it, even before it is compressed.
        let words = load().theme.assets.first { $0.path == "strings-ms.js" }?.bytes.count ?? .max
        let script = try #require(files["assets/panduan.js"]).count
        #expect(css.count + script + words <= 45_000)
    }

    /// The words of training pages are laid over those of every page.
    @Test func noWordHasTwoMeanings() {
        let words = load().theme.strings(for: "ms").keys
        let names = words.compactMap { $0.split(separator: "_", maxSplits: 1).last.map(String.init) }
        let scripted = zip(words, names).filter { $0.0.hasPrefix("js_") || $0.0.hasPrefix("training_") }.map(\.1)
        #expect(Set(scripted).count == scripted.count)
    }

    @Test func obeysItsOwnPolicy() {
        for (path, bytes) in files where path.hasSuffix(".mustache") {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("style="), "\(path)")
            #expect(!text.contains("<style"), "\(path)")
            #expect(!text.contains(" on"), "\(path) may hold a handler")
            #expect(!text.contains("<script>"), "\(path)")
            #expect(!text.contains("://"), "\(path) names a host")
        }
        for (path, bytes) in files where path.hasSuffix(".js") {
            let text = String(decoding: bytes, as: UTF8.self)
            for forbidden in ["innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "fetch(", "import ", "://"] {
                #expect(!text.contains(forbidden), "\(path): \(forbidden)")
            }
        }
    }

    @Test func anEmptyPageHasLittleAroundIt() {
        let (theme, declared, _) = load()
        var output: [UInt8] = []
        theme.render("layout", language: "ms", Self.empty(declared.contexts["layout"] ?? [:]), to: &output)
        #expect(output.count < 5_000)
        #expect(declared.mismatches(of: Self.empty(declared.contexts["page"] ?? [:]), in: "page") == [])
    }

    private static func empty(_ fields: ContextDeclaration.Fields) -> TemplateValues {
        TemplateValues(fields.mapValues(empty).map { ($0, $1) })
    }

    private static func empty(_ field: ContextDeclaration.Field) -> TemplateValue {
        switch field {
        case .text: .text("")
        case .html: .html([])
        case .bool: .bool(false)
        case .list: .list([])
        case .values(let inner): .values(empty(inner))
        case .open: .values([:])
        }
    }
}

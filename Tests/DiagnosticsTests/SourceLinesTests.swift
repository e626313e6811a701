import Diagnostics
import Testing

@Suite struct SourceLinesTests {
    @Test func eachFileIsOpenedOnceInReadingOrder() {
        var opened: [String] = []
        var lines = SourceLines { file in
            opened.append(file)
            return file == "tiada.md" ? nil : Array("satu\r\ndua\n\nempat".utf8)
        }
        func line(_ file: String, _ line: Int) -> String? {
            lines[SourceLocation(file: file, line: line, column: 1)]?.text
        }
        #expect([1, 2, 2, 3, 4].map { line("a.md", $0) } == ["satu", "dua", "dua", "", "empat"])
        #expect(line("a.md", 5) == nil && line("a.md", 1) == "satu" && line("a.md", 0) == nil)
        #expect(line("tiada.md", 1) == nil && line("tiada.md", 9) == nil)
        #expect(opened == ["a.md", "tiada.md"])
    }

    /// Every place of a long line is asked for: a line that was walked through as characters each time would take minutes.
    @Test func aLongLineIsCutAroundEachPlace() {
        let link = "[é](x.md) "
        let bytes = Array(String(repeating: link, count: 4000).utf8)
        var lines = SourceLines { _ in bytes }
        for number in stride(from: 0, to: 4000, by: 4) {
            let location = SourceLocation(file: "a.md", line: 1, column: number * link.count + 1)
            let text = DiagnosticPrinter().text(
                Diagnostic("broken-link", .error, "x", at: location), sourceLine: lines[location])
            let quoted = text.split(separator: "\n")[1...2].map(Array.init)
            let caret = quoted[1].firstIndex(of: "^")!
            #expect(String(quoted[0][caret..<caret + 4]) == "[é](", "\(text)")
            #expect(quoted[0].count <= 106)
        }
    }
}

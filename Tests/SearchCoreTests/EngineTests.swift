import Testing

@testable import SearchCore
@testable import SearchStore

@Suite struct EngineTests {
    /// A reader waits for it before the first answer: gzip adds 18 bytes to these.
    @Test func theEngineStaysSmall() {
        #expect(EngineScript.deflated.count > 20_000)
        #expect(EngineScript.deflated.count + 18 < 60 * 1_024)
    }

    @Test func theScriptCarriesTheEngine() {
        let files = EngineScript.files()
        let (script, wasm) = (files[0], files[1])
        let text = String(decoding: script.bytes, as: UTF8.self)
        #expect(!text.contains("%WASM%") && !text.contains("%SIZE%"))
        #expect(String(decoding: script.name, as: UTF8.self).hasPrefix("engine-"))
        #expect(text.contains(String(decoding: wasm.name, as: UTF8.self)))
        #expect(ScriptText.bytes(in: wasm.bytes) == EngineScript.deflated)
    }

    @Test func aSmallIndexIsAskedForWhole() throws {
        let pages = (0..<120).map { number in
            page("p\(number).html", "Halaman \(number)", ("", String(repeating: "kaunter\(number) ", count: 200)))
        }
        let index = try TestIndex(pages)
        var engine = try SearchEngine(script: index.files["start.js"] ?? [])
        #expect(index.files.count > 12)
        #expect(engine.rest(most: index.files.count - 2).isEmpty)
        let names = engine.rest(most: index.files.count - 1).map { String(decoding: $0, as: UTF8.self) }
        #expect(Set(names + ["start.js"]) == Set(index.files.keys))
        for name in names { engine.provide(Array(name.utf8), script: index.files[name]) }
        #expect(engine.rest(most: index.files.count - 1).isEmpty)
        guard case .results(let found) = engine.search(Array("kaunter77".utf8)) else {
            Issue.record("a search needs more than all files")
            return
        }
        #expect(found.results.first.map { String(decoding: $0.url, as: UTF8.self) } == "p77.html")
    }
}

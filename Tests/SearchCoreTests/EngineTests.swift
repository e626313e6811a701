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
}

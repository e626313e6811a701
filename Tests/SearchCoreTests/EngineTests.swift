import SearchCore
import Testing

@testable import SearchStore

@Suite struct EngineTests {
    /// A reader waits for it before the first answer: gzip adds 18 bytes to these.
    @Test func theEngineStaysSmall() {
        #expect(EngineScript.deflated.count > 20_000)
        #expect(EngineScript.deflated.count + 18 < 60 * 1_024)
    }

    @Test func theScriptCarriesTheEngine() {
        let script = EngineScript.file()
        let text = String(decoding: script.bytes, as: UTF8.self)
        #expect(!text.contains("%WASM%") && !text.contains("%SIZE%"))
        #expect(String(decoding: script.name, as: UTF8.self).hasPrefix("engine-"))
    }
}

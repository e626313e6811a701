public import SearchCore

/// What brings search to a page: the script that loads engine and index, and the engine as WebAssembly.
public enum EngineScript {
    /// The files `engine-<fingerprint>.js` and `wasm-<fingerprint>.js`, to stand beside the index; the same for every site
    /// of this version. Pages name only the first.
    public static func files() -> [IndexFile] {
        let name = Array("wasm-".utf8) + ScriptText.fingerprint(deflated)
        let wasm = IndexFile(name: name + Array(".js".utf8), bytes: ScriptText.script(name, deflated))
        let size = EmbeddedEngine.bytes("engine.size") ?? []
        var script = compact(EmbeddedEngine.bytes("engine.js") ?? [])
        script = replacing("%SIZE%", in: replacing("%WASM%", in: script, by: wasm.name), by: size)
        let engine = Array("engine-".utf8) + ScriptText.fingerprint(script) + Array(".js".utf8)
        return [IndexFile(name: engine, bytes: script), wasm]
    }

    /// The engine as raw deflate.
    static var deflated: [UInt8] { EmbeddedEngine.bytes("engine.deflate") ?? [] }

    /// Without comment lines and indentation.
    private static func compact(_ script: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        for line in script.split(separator: 0x0A) {
            let code = line.drop { $0 == 0x20 }
            if !code.starts(with: Array("//".utf8)) { text += code + [0x0A] }
        }
        return text
    }

    private static func replacing(_ mark: String, in text: [UInt8], by value: [UInt8]) -> [UInt8] {
        let mark = Array(mark.utf8)
        guard let start = text.indices.first(where: { text[$0...].starts(with: mark) }) else { return text }
        return text[..<start] + value + text[(start + mark.count)...]
    }
}

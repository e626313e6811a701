public import SearchCore

/// The script that brings search to a page: the engine as WebAssembly, and what loads the index for it.
public enum EngineScript {
    /// The file `engine-<fingerprint>.js`, to stand beside the index; the same for every site of this version.
    public static func file() -> IndexFile {
        let script = compact(EmbeddedEngine.bytes("engine.js") ?? [])
        let digits = ScriptText.encode(deflated)
        let size = EmbeddedEngine.bytes("engine.size") ?? []
        let text = replacing("%SIZE%", in: replacing("%WASM%", in: script, by: digits), by: size)
        return IndexFile(name: Array("engine-".utf8) + ScriptText.fingerprint(text) + Array(".js".utf8), bytes: text)
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

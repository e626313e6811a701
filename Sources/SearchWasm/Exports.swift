// What the browser's script calls. Texts go in by `allocate` and come out by `output`; the script never keeps an address.

nonisolated(unsafe) private var engine: SearchEngine?
nonisolated(unsafe) private var output: [UInt8] = []
nonisolated(unsafe) private var inputs: [[UInt8]] = []

/// Makes room for the next text of `size` bytes; the script fills it before its next call.
@_expose(wasm, "allocate") @_cdecl("allocate")
public func allocate(_ size: Int32) -> UnsafeMutableRawPointer? {
    inputs.append([UInt8](repeating: 0, count: Int(max(size, 1))))
    return inputs[inputs.count - 1].withUnsafeMutableBytes { $0.baseAddress }
}

/// Opens the index whose start file is the text allocated last: 0, or 1 when it is damaged, 2 when of another version.
@_expose(wasm, "open") @_cdecl("open")
public func open() -> Int32 {
    engine = nil
    do {
        engine = try SearchEngine(start: take())
        return 0
    } catch {
        return error == .version ? 2 : 1
    }
}

/// Takes a file: first its name was allocated, then its text. `loaded` is 0 when it could not be loaded.
@_expose(wasm, "provide") @_cdecl("provide")
public func provide(_ loaded: Int32) {
    let text = take()
    let name = take()
    engine?.provide(name, loaded == 0 ? nil : text)
}

/// Searches for the query that was allocated first, with a type id after it and a language code after that.
///
/// - Returns: 0 with JSON as output, or 1 with the names of the files to provide, one a line.
@_expose(wasm, "search") @_cdecl("search")
public func search(_ limit: Int32, _ flags: Int32) -> Int32 {
    var options = SearchOptions()
    options.limit = Int(max(1, min(limit, 1_000)))
    options.language = take()
    options.type = take()
    options.wholeWords = flags & 1 == 1
    options.explain = flags & 2 == 2
    let query = take()
    var needs: [[UInt8]] = []
    output = engine?.searchJSON(query, options, needs: &needs) ?? []
    return list(needs)
}

/// Whether files should be fetched before the next letter of the query allocated last; their names are output as in `search`.
@_expose(wasm, "ahead") @_cdecl("ahead")
public func ahead() -> Int32 {
    output = []
    return list(engine?.ahead(of: take()) ?? [])
}

/// Whether a small index has files that are not yet there; their names are output as in `search`.
@_expose(wasm, "rest") @_cdecl("rest")
public func rest() -> Int32 {
    output = []
    return list(engine?.rest() ?? [])
}

private func list(_ names: [[UInt8]]) -> Int32 {
    for name in names { output += name + [0x0A] }
    return names.isEmpty ? 0 : 1
}

/// Where the output of the last call stands, and its size.
@_expose(wasm, "output") @_cdecl("output")
public func outputAddress() -> UnsafePointer<UInt8>? {
    output.withUnsafeBufferPointer { $0.baseAddress }
}

@_expose(wasm, "outputSize") @_cdecl("outputSize")
public func outputSize() -> Int32 { Int32(output.count) }

/// The text allocated last; the byte that keeps an empty one addressable stays with it as a zero, which ends no word.
private func take() -> [UInt8] {
    var text = inputs.popLast() ?? []
    if text.count == 1, text[0] == 0 { text = [] }
    return text
}

/// The memory's first answer, so that the script can tell a broken engine from a slow one.
@_expose(wasm, "version") @_cdecl("version")
public func version() -> Int32 { 1 }

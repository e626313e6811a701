import CDeflate
import Foundation

// Builds the search engine for browsers, compressed as hard as it goes:
// `CompileEngine OUTPUT.swift SWIFTC CLANG WASM-LD EMBEDFILES SCRIPT MEMORY.c SOURCE.swift…`.
// One tool for all steps, because a build plugin's intermediate files would be copied as resources.

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count > 7 else {
    fail("usage: CompileEngine OUTPUT SWIFTC CLANG WASM-LD EMBEDFILES SCRIPT MEMORY SOURCE…")
}
let work = URL(fileURLWithPath: arguments[0]).deletingLastPathComponent().path
let (object, memory) = ("\(work)/engine.o", "\(work)/memory.o")
let (linked, module) = ("\(work)/linked.wasm", "\(work)/engine.wasm")
let target = "wasm32-unknown-none-wasm"

run(
    arguments[1],
    [
        "-target", target, "-enable-experimental-feature", "Embedded", "-wmo", "-Osize", "-parse-as-library",
        "-lto=llvm-full", "-Xfrontend", "-disable-stack-protector", "-swift-version", "6", "-module-name", "SearchWasm",
        "-c", "-o",
        object,
    ] + arguments[7...])
run(
    arguments[2],
    [
        "--target=\(target)", "-Oz", "-ffreestanding", "-fno-builtin", "-mbulk-memory", "-mbulk-memory-opt", "-c", "-o",
        memory,
    ]
        + [arguments[6]])
run(
    arguments[3],
    [
        "--no-entry", "--gc-sections", "--strip-all", "--global-base=1024", "-z", "stack-size=262144", "-o", linked,
        object, memory,
    ])
// The toolchain has no wasm-opt; env finds it on the path, and ends with 127 when it is not there. It inlines nothing:
// large functions cost the browser memory when it compiles them. The first kilobyte stays empty (`--global-base`), so that
// small offsets can be part of loads.
run(
    "/usr/bin/env",
    [
        "wasm-opt", "-Oz", "--one-caller-inline-max-function-size", "0", "--low-memory-unused",
        "--enable-bulk-memory", "--enable-sign-ext", linked, "-o", module,
    ],
    missing: "install Debian's binaryen, which has wasm-opt ('make binary' does)")
let (packed, size) = ("\(work)/engine.deflate", "\(work)/engine.size")
do {
    let wasm = try Data(contentsOf: URL(fileURLWithPath: module))
    try deflated([UInt8](wasm)).write(to: URL(fileURLWithPath: packed))
    try Data("\(wasm.count)".utf8).write(to: URL(fileURLWithPath: size))
} catch {
    fail("\(error)")
}
run(arguments[4], [arguments[0], "EmbeddedEngine", work, packed, size, arguments[5]])

func deflated(_ bytes: [UInt8]) -> Data {
    guard let compressor = libdeflate_alloc_compressor(12) else { fail("no memory") }
    defer { libdeflate_free_compressor(compressor) }
    var packed = [UInt8](repeating: 0, count: libdeflate_deflate_compress_bound(compressor, bytes.count))
    let count = libdeflate_deflate_compress(compressor, bytes, bytes.count, &packed, packed.count)
    return Data(packed[..<count])
}

func run(_ tool: String, _ arguments: [String], missing: String = "") {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    do { try process.run() } catch { fail("\(tool): \(error)") }
    process.waitUntilExit()
    if process.terminationStatus == 127, !missing.isEmpty { fail(missing) }
    if process.terminationStatus != 0 { fail("\(tool) failed with status \(process.terminationStatus)") }
}

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("CompileEngine: \(message)\n".utf8))
    exit(1)
}

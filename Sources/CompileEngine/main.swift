import Foundation

// Builds the search engine for browsers:
// `CompileEngine OUTPUT.swift SWIFTC CLANG WASM-LD EMBEDFILES SCRIPT MEMORY.c SOURCE.swift…`.
// One tool for all steps, because a build plugin's intermediate files would be copied as resources.

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count > 7 else {
    fail("usage: CompileEngine OUTPUT SWIFTC CLANG WASM-LD EMBEDFILES SCRIPT MEMORY SOURCE…")
}
let work = URL(fileURLWithPath: arguments[0]).deletingLastPathComponent().path
let (object, memory, module) = ("\(work)/engine.o", "\(work)/memory.o", "\(work)/engine.wasm")
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
    ["--no-entry", "--gc-sections", "--strip-all", "-z", "stack-size=262144", "-o", module, object, memory])
run(arguments[4], [arguments[0], "EmbeddedEngine", work, module, arguments[5]])

func run(_ tool: String, _ arguments: [String]) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    do { try process.run() } catch { fail("\(tool): \(error)") }
    process.waitUntilExit()
    if process.terminationStatus != 0 { fail("\(tool) failed with status \(process.terminationStatus)") }
}

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("CompileEngine: \(message)\n".utf8))
    exit(1)
}

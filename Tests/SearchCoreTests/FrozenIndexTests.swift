import Foundation
import Testing

@testable import SearchCore
@testable import SearchStore

/// Indexes that were written once, a folder for each version of the format: today's reader answers from them, or says
/// that they are of another version. `PANDUAN_FREEZE=1` writes the folder of today's version where it is missing.
@Suite struct FrozenIndexTests {
    private static let home = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
        path: "Fixtures/index")
    private static let queries = ["kaunter kata5x", "perkhidmatn", "complaint", "pagi", "nombor tujuh"]

    @Test func everyVersionIsReadOrRefused() throws {
        let folder = Self.home.appending(path: "version-\(Envelope.version)")
        if ProcessInfo.processInfo.environment["PANDUAN_FREEZE"] != nil,
            !FileManager.default.fileExists(atPath: folder.path)
        {
            try Self.freeze(in: folder)
        }
        let versions = try FileManager.default.contentsOfDirectory(atPath: Self.home.path).sorted()
        #expect(versions.contains("version-\(Envelope.version)"), "the format changed: freeze its new version")
        for version in versions {
            let index = try Self.read(Self.home.appending(path: version))
            guard version == folder.lastPathComponent else {
                #expect(throws: IndexProblem.version) { try SearchEngine(script: index.files["start.js"] ?? []) }
                continue
            }
            let right = try String(contentsOf: Self.home.appending(path: "\(version)/answers.txt"), encoding: .utf8)
            #expect(try Self.found(index) == right)
        }
    }

    /// A line a query: it, and the addresses found, the best three.
    private static func found(_ index: SmallIndex) throws -> String {
        try zip(queries, index.answers(queries)).map { query, answer in
            #expect(!answer.hasProblem)
            let results = try JSONDecoder().decode(Found.self, from: Data(answer.json.utf8)).results
            return "\(query): \(results.prefix(3).map(\.url).joined(separator: " "))\n"
        }.joined()
    }

    private struct Found: Decodable {
        struct Result: Decodable { var url: String }
        var results: [Result]
    }

    private static func read(_ folder: URL) throws -> SmallIndex {
        var index = try SmallIndex()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".js") }
        index.files = try Dictionary(
            uniqueKeysWithValues: names.map { ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0)))) })
        return index
    }

    private static func freeze(in folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let index = try SmallIndex()
        for (name, bytes) in index.files { try Data(bytes).write(to: folder.appending(path: name)) }
        try found(index).write(to: folder.appending(path: "answers.txt"), atomically: true, encoding: .utf8)
    }
}

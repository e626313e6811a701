import Foundation
import SearchStore
import Testing

@testable import SearchCore

private let analyzer = Analyzer(DefaultLexicon.lexicon)

private func firstKey(_ word: String) -> String {
    analyzer.analyze(Array(word.utf8)).keys.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
}

/// Lines of a list beside these tests, without its comments.
private func lines(_ name: String) throws -> [String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/words")
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
}

private func words(_ name: String) throws -> [String] {
    try lines(name).flatMap { $0.split(separator: " ").map(String.init) }
}

/// Word and root of every family, and of the roots that have none.
private func gold() throws -> [(word: String, root: String)] {
    var gold: [(word: String, root: String)] = []
    for line in try lines("families-ms.txt") {
        let parts = line.split(separator: ":")
        let root = String(parts[0])
        gold.append((root, root))
        for word in parts[1].split(separator: " ") { gold.append((String(word), root)) }
    }
    let known = Set(gold.map(\.word))
    return gold + Set(try words("roots-ms.txt")).subtracting(known).sorted().map { ($0, $0) }
}

private func pairs(_ counts: some Sequence<Int>) -> Int { counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }

/// The bars that stemming has to hold, on lists written for it.
@Suite struct WordListTests {
    @Test func malayFamiliesMeet() throws {
        let gold = try gold().map { (word: $0.word, root: $0.root, key: firstKey($0.word)) }
        #expect(gold.count > 3_000)
        let wrong = gold.filter { $0.key != $0.root }
        #expect(wrong.count * 100 <= gold.count, "\(wrong)")

        let families = Dictionary(grouping: gold, by: \.root)
        let same = pairs(families.values.map(\.count))
        let met = families.values.reduce(0) { $0 + pairs(Dictionary(grouping: $1, by: \.key).values.map(\.count)) }
        #expect((same - met) * 100 <= same, "\(same - met) of \(same) pairs are missed")
        let conflated = pairs(Dictionary(grouping: gold, by: \.key).values.map(\.count))
        #expect(conflated - met <= 3, "pairs of different roots meet")
    }

    @Test func bareRootsStay() throws {
        let altered = try words("roots-ms.txt").filter { firstKey($0) != $0 }
        #expect(altered.count <= 2, "\(altered)")
    }

    @Test func doubledAndSpokenWordsFindTheirRoots() throws {
        for line in try lines("spoken-ms.txt") {
            let pair = line.split(separator: " ").map(String.init)
            #expect(firstKey(pair[0]) == pair[1], "\(pair[0])")
        }
    }

    @Test func englishStaysEnglish() throws {
        let altered = try words("office-en.txt").filter { firstKey($0) != $0 }
        #expect(altered.isEmpty, "\(altered)")
    }

    @Test func englishStemsArePorter2() throws {
        for line in try lines("porter2-en.tsv") {
            let pair = line.split(separator: "\t").map { Array($0.utf8) }
            #expect(Analyzer.analyzeEnglish(pair[0]).keys.first == pair[1], "\(line)")
        }
    }

    @Test(arguments: [
        ("memperkemaskan", "memperkemaskan → kemas: Malay, without meN-, per-, -kan"),
        ("jawapannya", "jawapannya → jawab: Malay, without -an, particle or clitic"),
        (
            "penambahbaikan",
            "penambahbaikan → tambahbaik tambah baik: two Malay roots written solid; Malay, without peN-, -an"
        ),
        ("pejabat", "pejabat → pejabat: listed with its family"), ("ciriciri", "ciriciri → ciri: a Malay word twice"),
        ("ciri2", "ciri2 → ciri: a Malay word twice"),
        ("complaints", "complaints → complaints complaint: as written, and its English stem"),
    ])
    func saysByWhichRule(_ word: String, _ line: String) {
        let explanations = analyzer.analyze(Array(word.utf8)).explanations
        #expect(explanations.map { String(decoding: $0, as: UTF8.self) } == [line])
    }
}

import Testing

@testable import SiteBuilder

/// What concurrent loops give back, with results that count references, so that none may be lost or freed twice.
@Suite struct ConcurrentTests {
    private struct Failure: Error, Equatable {
        var index: Int
    }

    @Test(arguments: [0, 1, 2, 63, 64, 65, 1000], [1, 3, 64])
    func resultsComeInTheOrderOfTheIndices(_ count: Int, _ grain: Int) throws {
        let results = try concurrentMap(count: count, grain: grain) { [String(repeating: "x", count: $0)] }
        #expect(results == (0..<count).map { [String(repeating: "x", count: $0)] })
    }

    @Test(arguments: [1, 7])
    func theFirstFailureIsThrown(_ grain: Int) {
        #expect(throws: Failure(index: 5)) {
            try concurrentMap(count: 100, grain: grain) { index in
                if index % 10 == 5 { throw Failure(index: index) }
                return [String(repeating: "x", count: index)]
            }
        }
    }

    @Test func loopsMayStandInOneAnother() throws {
        let sums = try concurrentMap(count: 8) { outer in
            try concurrentMap(count: 50, grain: 4) { outer * $0 }.reduce(0, +)
        }
        #expect(sums == (0..<8).map { $0 * 1225 })
    }
}

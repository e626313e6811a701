import Testing

@testable import SearchCore

/// Queries that no person types: they end, soon, and what they show is whole.
@Suite struct HostileQueryTests {
    private static let pages = (0..<40).map { number in
        page(
            "p\(number).html", "Panduan “\(number)” 客服 🙂",
            ("", String(repeating: "Pelanggan 🙂 bertanya; petugas — 客服 é menjawab telefon \(number). ", count: 8)),
            ("Ĉapitro \(number)", "Aduan \(number) dan maklum balas."))
    }

    /// Random bytes, scalars of every plane, halves of surrogate pairs, marks of the query language and real words.
    private static func query(_ random: inout Xorshift) -> [UInt8] {
        var query: [UInt8] = []
        for _ in 0..<random.below(40) {
            switch random.below(6) {
            case 0: query += (0..<random.below(5)).map { _ in UInt8(truncatingIfNeeded: random.below(256)) }
            case 1: query += bytes(encodeScalar(UInt32(0x800 + random.below(0x10F800))))
            case 2: query += bytes(encodeScalar(UInt32(0xD800 + random.below(0x800))))
            case 3: query += Array(["\"", "-", "type:", "~", "|", "'", "\u{301}", "\u{AD}"][random.below(8)].utf8)
            case 4: query += Array(["telefon", "telfn", "客", "aduan", "pkpa1/2008", "dua puluh"][random.below(6)].utf8)
            default: query.append(0x20)
            }
        }
        return query
    }

    private static func bytes(_ encoded: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: encoded >> UInt32($0 * 8)) }.filter { $0 != 0 }
    }

    @Test func noQueryBreaksTheEngine() throws {
        var index = try TestIndex(Self.pages)
        var random = Xorshift(state: 2008)
        for _ in 0..<600 {
            let query = Self.query(&random)
            let results = index.search(query)
            #expect(String(validating: results.json, as: UTF8.self) != nil, "\(query)")
            for result in results.results {
                #expect(String(validating: result.excerpt.text, as: UTF8.self) != nil, "\(query)")
                let units = String(decoding: result.excerpt.text, as: UTF8.self).utf16.count
                var last = 0
                for mark in result.excerpt.marks {
                    #expect(mark.start >= last && mark.end > mark.start && mark.end <= units, "\(query)")
                    last = mark.end
                }
            }
        }
    }

    @Test(arguments: ["a", "telefon ", "\"", "x-", "客", "1/", "pelanggan-", "é", " -"])
    func tenThousandCharactersEnd(_ part: String) throws {
        var index = try TestIndex(Self.pages)
        let query = String(repeating: part, count: 10_000 / part.count)
        let start = ContinuousClock.now
        #expect(index.search(query).query == Array(query.utf8))
        #expect(ContinuousClock.now - start < .seconds(5))
    }
}

private struct Xorshift {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }
}

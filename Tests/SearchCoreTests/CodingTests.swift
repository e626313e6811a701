import SearchStore
import Testing

@testable import SearchCore

@Suite struct CodingTests {
    @Test(arguments: 0..<40)
    func base91KeepsBytes(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ count) }
        let digits = Base91.encode(bytes)
        #expect(digits.allSatisfy { $0 > 32 && $0 < 127 && $0 != 34 && $0 != 60 && $0 != 92 })
        let decoded = try #require(Base91.decode(digits))
        #expect(Array(decoded.prefix(count)) == bytes)
        #expect(decoded.count - count <= 1)
    }

    @Test func inflateUndoesDeflate() {
        var bytes: [UInt8] = []
        var state: UInt32 = 7
        for index in 0..<70_000 {
            state = state &* 1_664_525 &+ 1_013_904_223
            bytes.append(index % 3 == 0 ? UInt8(state >> 24) : UInt8(truncatingIfNeeded: index >> 6))
        }
        for level: Int32 in [0, 1, 6, 12] { #expect(Inflate.decompress(deflated(bytes, level: level)) == bytes) }
    }

    @Test func damagedDeflateIsRefused() {
        let whole = deflated(Array("Perkhidmatan pelanggan perkhidmatan pelanggan".utf8))
        for count in 0..<whole.count - 1 { #expect(Inflate.decompress(Array(whole.prefix(count))) == nil) }
        #expect(Inflate.decompress(deflated([UInt8](repeating: 0, count: 5_000)), limit: 1_000) == nil)
    }

    @Test func numbersSurvive() {
        var writer = ByteWriter()
        let numbers = [0, 1, 127, 128, 16_383, 16_384, 1 << 24, 0x7FFF_FFFF]
        for number in numbers { writer.number(number) }
        var reader = ByteReader(writer.bytes)
        #expect(numbers.map { _ in reader.number() } == numbers)
        #expect(!reader.failed && reader.atEnd)
        #expect(reader.number() == 0 && reader.failed)
    }

    @Test func rarityFallsWithDocuments() {
        let values = (0...100).map { inverseFrequency(documents: $0, of: 100) }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
        #expect(inverseFrequency(documents: 1, of: 60_000) > 600)
    }
}

import SearchStore
import Testing

@testable import SearchCore

@Suite struct CodingTests {
    @Test(arguments: 0..<70)
    func aScriptHandsItsBytesOver(_ count: Int) throws {
        for last: UInt8 in [0, 1, 0xFF] {
            let bytes = (0..<count).map { $0 == count - 1 ? last : UInt8(truncatingIfNeeded: $0 &* 151 &+ count) }
            let script = ScriptText.script(Array("t1-x".utf8), bytes)
            #expect(ScriptText.bytes(in: script) == bytes)
            let text = String(decoding: codeUnits(script), as: UTF16.self)
            #expect(text.hasPrefix("\u{FEFF}panduan.shard(\"t1-x\",\"") && text.hasSuffix("\")\n"))
            let digits = text.unicodeScalars.dropFirst(23).dropLast(3)
            #expect(digits.allSatisfy { $0.value >= 0x2100 && $0.value < 0xD800 && $0.value != 0xFFFD })
        }
    }

    @Test func aDamagedScriptIsRefused() {
        let script = ScriptText.script(Array("t1-x".utf8), Array("Selamat pagi".utf8))
        #expect(ScriptText.bytes(in: []) == nil)
        #expect(ScriptText.bytes(in: Array("panduan.shard(\"t1-x\",\"\")".utf8)) == nil)
        #expect(ScriptText.bytes(in: Array(script.dropLast(1))) == nil)
        #expect(ScriptText.bytes(in: Array(script.dropLast(8))) == nil)
    }

    @Test func bitsSurvive() {
        var writer = BitWriter()
        let numbers = [0, 1, 2, 7, 8, 127, 128, 16_383, 1 << 24, 0x7FFF_FFFE]
        for number in numbers {
            writer.gamma(number)
            writer.put(UInt32(number), 31)
            for size: UInt32 in [0, 3, 11, 15] { writer.rice(UInt32(number), size) }
        }
        var reader = BitReader([0xFF] + writer.bytes, atBit: 8)
        for number in numbers {
            #expect(reader.gamma() == number)
            #expect(reader.take(31) == number)
            for size: UInt32 in [0, 3, 11, 15] { #expect(reader.rice(size) == number) }
        }
        #expect(!reader.failed && reader.bit >= writer.bytes.count * 8)
        _ = reader.take(32)
        #expect(reader.failed)
    }

    @Test(arguments: [[], [5], [1, 1], [0, 3, 0, 9, 1, 1, 200_000], [Int](1...300), (0..<40).map { 1 << $0 }])
    func prefixCodesSurvive(_ counts: [Int]) throws {
        let code = PrefixCode(counts: counts, limit: 12)
        let used = counts.indices.filter { counts[$0] > 0 }
        #expect(counts.indices.allSatisfy { (code.lengths[$0] > 0) == (counts[$0] > 0) && code.lengths[$0] <= 12 })
        var writer = BitWriter()
        for symbol in used { writer.put(code[symbol]) }
        let table = try #require(HuffmanTable(code.lengths[...]))
        var reader = BitReader(writer.bytes, atBit: 0)
        for symbol in used { #expect(reader.symbol(table) == symbol) }
        #expect(!reader.failed)
    }

    @Test func lengthsThatAreNoPrefixCodeAreRefused() {
        #expect(HuffmanTable([1, 1, 1]) == nil)
        #expect(HuffmanTable([2, 1, 2, 3]) == nil)
        #expect(HuffmanTable([1, 2, 2]) != nil)
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

/// The code units of a script.
private func codeUnits(_ bytes: [UInt8]) -> [UInt16] {
    stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
}

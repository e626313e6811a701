import Testing

@testable import SiteBuilder

/// A fault is found at every place of texts of every length.
@Suite struct UTF8CheckTests {
    private func firstFault(_ bytes: [UInt8]) -> Int? { bytes.withUnsafeBufferPointer(UTF8Check.firstFault) }

    @Test func faultsAreFoundWhereTheyStand() {
        for length in 1...50 {
            for place in 0..<length {
                var text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
                text[place] = 0x80
                #expect(firstFault(text) == place)
                text[place] = 0xC3  // nothing that would continue it follows
                #expect(firstFault(text) == place)
            }
        }
    }

    @Test func charactersAreGoodWhereverTheyStand() {
        for character in ["é", "€", "😀"] {
            for before in 0...33 {
                for after in 0...17 {
                    let text = String(repeating: "a", count: before) + character + String(repeating: "b", count: after)
                    #expect(firstFault(Array(text.utf8)) == nil)
                }
            }
        }
        #expect(firstFault([]) == nil)
    }
}

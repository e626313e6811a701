import SiteModel
import Testing

@Suite struct NaturalOrderTests {
    @Test func sortsAsAPersonDoes() {
        let titles = ["S10 Sepuluh", "éclair", "S2 Dua", "Zebra", "apa", "S02 Dua lagi", "Eja", "007", "10", "9"]
        let sorted = titles.sorted { NaturalOrder.key($0).lexicographicallyPrecedes(NaturalOrder.key($1)) }
        #expect(
            sorted == ["007", "9", "10", "apa", "éclair", "Eja", "S2 Dua", "S02 Dua lagi", "S10 Sepuluh", "Zebra"])
    }

    @Test func numbersCarryTheirLength() {
        let zero = UInt8(ascii: "0")
        #expect(NaturalOrder.key("A007b12") == [0x61, zero, 1, 0x37, 0x62, zero, 2, 0x31, 0x32])
        #expect(NaturalOrder.key("00") == [zero, 0])
        let long = [UInt8](repeating: UInt8(ascii: "9"), count: 300)
        #expect(NaturalOrder.key(String(decoding: long, as: UTF8.self)) == [zero, 255] + long)
        #expect(NaturalOrder.key("").isEmpty)
    }

    @Test func anAccentMayBeACharacterOfItsOwn() {
        #expect(NaturalOrder.folded("Re\u{301}sume\u{301}") == "resume")
        #expect(NaturalOrder.folded("Résumé") == "resume")
    }

    @Test(arguments: [
        ("Kad Pengenalan", "kad-pengenalan"), ("  résumé!! ", "resume"), ("re\u{301}sume\u{301}", "resume"),
        ("8S", "8s"), ("a/b\\c", "a-b-c"), ("../..", ""), ("كتاب", "كتاب"), ("<b>", "b"), ("-", ""),
    ])
    func tagBecomesSlug(_ title: String, _ slug: String) {
        #expect(Tag.slug(title) == slug)
    }
}

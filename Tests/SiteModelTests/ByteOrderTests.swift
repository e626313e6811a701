import SiteModel
import Testing

@Suite struct ByteOrderTests {
    private static let texts = [
        "", "a", "a.en.md", "a.md", "a/b", "ab", "b", "A", "é", "e\u{301}", "e", "z", "\u{FFFD}", "soalan-yang-panjang",
        "soalan-yang-panjang-sekali",
    ]

    @Test(arguments: texts)
    func isThatOfTheBytes(_ text: String) {
        for other in Self.texts {
            let expected = text.utf8.lexicographicallyPrecedes(other.utf8)
            #expect(text.precedesInBytes(other) == expected, "\(text) \(other)")
        }
    }
}

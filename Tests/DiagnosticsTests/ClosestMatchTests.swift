import Testing

@testable import Diagnostics

@Suite struct ClosestMatchTests {
    @Test(arguments: [("quizz", "quiz"), ("onwer", "owner"), ("sumary", "summary")])
    func findsWhatWasMeant(typed: String, meant: String) {
        #expect(closestMatch(to: typed, in: ["title", "owner", "summary", "quiz"]) == meant)
    }

    @Test func staysSilentWhenNothingIsNear() {
        #expect(closestMatch(to: "pelanggan", in: ["title", "owner"]) == nil)
    }

    @Test func swappedNeighboursAreOneEdit() {
        #expect(editDistance(Array("ba".unicodeScalars), Array("ab".unicodeScalars)) == 1)
    }

    @Test func nothingIsNearAWordAsLongAsAParagraph() {
        let long = String(repeating: "a", count: 1_000_000)
        #expect(closestMatch(to: long, in: [long + "b"]) == nil)
    }
}

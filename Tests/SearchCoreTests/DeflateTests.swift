import SearchStore
import Testing

@Test func compressesRepetition() {
    #expect(deflated([UInt8](repeating: 7, count: 10_000)).count < 100)
}

import TestSites
import Testing

@Suite struct TestSiteTests {
    @Test func aLiteralIsFiles() throws {
        let site = try TemporarySite(
            """
            -- a.md --
            one

            two
            -- b/c.md --
            """)
        #expect(
            TemporarySite.contents(of: site.source).mapValues { String(decoding: $0, as: UTF8.self) } == [
                "a.md": "one\n\ntwo\n", "b/c.md": "",
            ])
    }
}

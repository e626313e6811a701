import TestSites
import Testing

@Suite struct ExitCodeTests {
    @Test func aGoodSiteIsZero() throws {
        let site = try TemporarySite("-- content/index.md --\n# Laman\n")
        let run = try PanduanRun(["build"], in: site.source)
        #expect(run.status == 0, "\(run.errors)")
    }
}

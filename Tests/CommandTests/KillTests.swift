import Foundation
import TestSites
import Testing

@Suite struct KillTests {
    /// A site of which every page names its edition, so that a mixture would show.
    private func edition(_ number: Int) -> String {
        (1...60).map { "-- content/x\($0).md --\n# Edisi \(number)\n\nTeks edisi \(number).\n" }.joined()
            + "-- content/hanya\(number).md --\n# Edisi \(number)\n"
    }

    private func editions(of site: TemporarySite) throws -> Set<String> {
        let pages = site.builtPaths().filter { $0.hasPrefix("x") && $0.hasSuffix(".html") }
        #expect(pages.count == 60)
        return Set(
            try pages.map { page in
                let html = try site.built(page)
                return html.range(of: "Teks edisi ").map { String(html[$0.upperBound...].prefix { $0 != "." }) }
                    ?? "none"
            })
    }

    @Test(.timeLimit(.minutes(10)))
    func aKillAtAnyMomentLeavesTheOldSiteOrTheNew() throws {
        let site = try TemporarySite(edition(0))
        let arguments = ["build", "--output", site.output]
        let start = Date()
        #expect(try PanduanRun(arguments, in: site.source).status == 0)
        let duration = Date().timeIntervalSince(start)
        var moments = SystemRandomNumberGenerator()
        for number in 1...20 {
            try FileManager.default.removeItem(atPath: site.source)
            try site.add(edition(number))
            let process = Process()
            process.executableURL = URL(fileURLWithPath: PanduanRun.binary)
            process.arguments = arguments
            process.currentDirectoryURL = URL(fileURLWithPath: site.source)
            process.standardError = FileHandle.nullDevice
            let before = try editions(of: site)
            try process.run()
            Thread.sleep(forTimeInterval: Double.random(in: 0...duration, using: &moments))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let after = try editions(of: site)
            #expect(after.count == 1)
            #expect(after == before || after == ["\(number)"])
            let only = site.builtPaths().filter { $0.hasPrefix("hanya") }
            #expect(only == ["hanya\(after.first ?? "").html"])
        }
        #expect(try PanduanRun(arguments, in: site.source).status == 0)
        #expect(try editions(of: site) == ["20"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.base).sorted() == ["site", "sumber"])
    }
}

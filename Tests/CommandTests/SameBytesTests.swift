import Foundation
import TestSites
import Testing

@Suite struct SameBytesTests {
    @Test(arguments: [
        (["TZ": "Asia/Kuala_Lumpur", "LANG": "ms_MY.UTF-8", "LC_ALL": "C"], [String]()),
        (["TZ": "America/St_Johns", "LANG": "tr_TR.UTF-8"], []), ([:], ["taskset", "-c", "0"]),
        (["SOURCE_DATE_EPOCH": "1"], ["nice"]),
    ])
    func aBuildDependsOnNothingButItsSource(_ environment: [String: String], _ launcher: [String]) throws {
        let pages = (1...150).map { number in
            """
            -- content/prosedur/x\(number).md --
            ---
            title: Prosedur İ\(number % 7) \(number)
            tags: [t\(number % 5), T\(number % 3)]
            reviewed: 2026-0\(1 + number % 9)-10
            ---
            ## Bahagian \(number)

            Teks telefon \(number) [lain](x\(1 + number % 150).md).

            """
        }
        let site = try TemporarySite("-- site.yml --\nlanguages: [ms, en]\n" + pages.joined())
        #expect(try PanduanRun(["build", "--output", "satu"], in: site.source).status == 0)
        let run = try PanduanRun(
            ["build", "--output", "dua"], in: site.source, environment: environment, launcher: launcher)
        #expect(run.status == 0, "\(run.errors)")
        let (one, other) = (
            TemporarySite.contents(of: site.source + "/satu"), TemporarySite.contents(of: site.source + "/dua")
        )
        #expect(one.count > 300)
        #expect(one == other)
    }
}

import TestSites
import Testing

@Suite struct NewPageTests {
    @Test(arguments: ["dasar", "prosedur", "borang", "soalan", "skrip", "modul", "pekeliling", "glosari", "nota"])
    func anUntouchedPageIsAskedWhenItWasReviewed(_ type: String) throws {
        let site = try TemporarySite("-- site.yml --\ntypes: { nota: {} }\n-- content/x.md --\n# Satu\n")
        let made = try PanduanRun(["new", type, "Menjawab emel"], in: site.source)
        #expect(made.status == 0 && made.output.hasSuffix("/menjawab-emel.md\n"), "\(made.errors)")
        let check = try PanduanRun(["check", "--json"], in: site.source)
        #expect(check.output.contains("\"message\": \"'reviewed' is empty\""), "\(check.output)")
    }
}

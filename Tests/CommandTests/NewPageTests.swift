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

    @Test func anUnknownTypeIsNamedWithTheOneMeantAndAll() throws {
        let site = try TemporarySite("-- content/x.md --\n# Satu\n")
        let run = try PanduanRun(["new", "moduul", "x"], in: site.source)
        #expect(run.status == 2 && run.output == "")
        #expect(
            run.errors.contains("no content type 'moduul': did you mean 'modul'? choose one of borang, "),
            "\(run.errors)")
    }
}

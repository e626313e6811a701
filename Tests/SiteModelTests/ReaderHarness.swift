import Diagnostics
import Markdown
import SiteModel

/// Types of a small site, as a `site.yml` would declare them.
let someTypes = """
    prosedur: { review_months: 6, fields: { actor: { kind: markdown }, time_limit: { kind: markdown } } }
    borang: {}
    """

func yaml(_ text: String, file: String) -> YAMLValue? {
    var diagnostics: [Diagnostic] = []
    let value = YAMLReader.read(Array(text.utf8), file: file, diagnostics: &diagnostics)
    precondition(diagnostics.isEmpty)
    return value
}

func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { DiagnosticPrinter().text($0, sourceLine: nil) }.joined()
}

/// Reads a `site.yml`.
func configuration(_ source: String, found: [String] = ["ms"]) -> (SiteConfiguration, diagnostics: String) {
    var diagnostics: [Diagnostic] = []
    let configuration = ConfigurationReader.read(
        yaml(source, file: "site.yml"), types: yaml(someTypes, file: "types.yml"), languagesFound: found,
        diagnostics: &diagnostics)
    return (configuration, text(diagnostics))
}

/// Reads the front matter of `x.md`, leaving out what is missing from it.
func metadata(
    _ source: String, at path: String = "prosedur/x.md", site: String = ""
) -> (PageMetadata, type: ContentType?, diagnostics: String) {
    var diagnostics: [Diagnostic] = []
    let (configuration, _) = configuration(site)
    let (metadata, type) = MetadataReader.read(
        yaml(source, file: "x.md"), address: PageAddress(sourcePath: path, languages: configuration.languages),
        file: "x.md", configuration: configuration, diagnostics: &diagnostics)
    return (metadata, type, text(diagnostics.filter { $0.id != "missing-field" }))
}

public import Diagnostics
public import Markdown

/// Reads the data file of figures: a map of names, each with its value and where that comes from.
public struct FactReader {
    private let languages: [String]
    private var reader = ValueReader()

    /// - Parameter value: of the file, nil where it is empty.
    public static func read(
        _ value: YAMLValue?, languages: [String], diagnostics: inout [Diagnostic]
    ) -> FactTable {
        var facts = FactReader(languages: languages)
        let entries = value.map { facts.reader.entries($0, "the data file of figures") } ?? []
        let table = FactTable(entries.compactMap { facts.fact($0) })
        diagnostics += facts.reader.diagnostics
        return table
    }

    private init(languages: [String]) {
        self.languages = languages
    }

    private static let required = ["value", "label", "source", "reviewed"]
    private static let known = required + ["unit", "words", "review_months", "changed"]

    private mutating func fact(_ entry: YAMLEntry) -> Fact? {
        guard Self.isName(entry.key) else {
            reader.report(
                "bad-fact-name", .error, "'\(entry.key)' is no name for a figure", at: entry.location,
                help: "use small letters, digits and hyphens")
            return nil
        }
        let keys = reader.entries(entry.value, entry.key)
        reader.reportUnknown(keys, known: Self.known, where: "a figure", severity: .error)
        let written = Dictionary(keys.map { ($0.key, $0.value) }) { first, _ in first }
        let missing = Self.required.filter { written[$0].map(\.isNull) ?? true }
        for key in missing {
            reader.report(
                "incomplete-fact", .error, "the figure '\(entry.key)' has no '\(key)'", at: entry.location,
                help: "add '\(key):' to it")
        }
        guard missing.isEmpty, let value = localized("value", written), let label = localized("label", written),
            let source = reader.text(written["source"]!, "source"),
            let reviewed = reader.day(written["reviewed"]!, "reviewed")
        else { return nil }
        var fact = Fact(
            name: entry.key, location: entry.location, value: value, label: label, source: source, reviewed: reviewed)
        fact.words = localized("words", written) ?? fact.words
        fact.unit = localized("unit", written) ?? fact.unit
        if let months = written["review_months"] {
            fact.reviewMonths = reader.number(months, "review_months", in: 1...600) ?? fact.reviewMonths
        }
        fact.changed = written["changed"].flatMap { reader.day($0, "changed") }
        return fact
    }

    private mutating func localized(_ name: String, _ written: [String: YAMLValue]) -> LocalizedText? {
        written[name].flatMap { reader.localized($0, name, languages: languages) }
    }

    private static func isName(_ name: String) -> Bool {
        let letters = name.utf8.first.map { (97...122).contains($0) } ?? false
        return letters && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}

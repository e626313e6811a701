public import Diagnostics

/// A figure that pages quote by name, so that it is written once: `jawab-telefon` is 10 saat.
public struct Fact: Sendable {
    public var name: String
    /// Where its name stands in the data file.
    public var location: SourceLocation
    /// In digits.
    public var value: LocalizedText
    /// In words; empty where nobody wrote them.
    public var words = LocalizedText("")
    /// Follows the number; empty for a bare one.
    public var unit = LocalizedText("")
    /// What the figure is the measure of.
    public var label: LocalizedText
    /// A citation.
    public var source: String
    public var reviewed: CalendarDay
    public var reviewMonths = 12
    /// The day on which the figure last became another one.
    public var changed: CalendarDay?

    /// The day until which the figure may be trusted.
    public var due: CalendarDay { reviewed.adding(months: reviewMonths) }

    /// `10 saat`, or `sepuluh saat`; nil where it has no words.
    public func text(in language: String, asWords: Bool = false) -> String? {
        let number = asWords ? words[language] : value[language]
        guard !number.isEmpty else { return nil }
        return unit[language].isEmpty ? number : number + " " + unit[language]
    }
}

/// The figures that a site declares, in the order of its data file.
public struct FactTable: Sendable {
    public let all: [Fact]
    private let places: [String: Int]

    public init(_ facts: [Fact] = []) {
        all = facts
        places = Dictionary(facts.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    public subscript(name: String) -> Fact? { places[name].map { all[$0] } }
}

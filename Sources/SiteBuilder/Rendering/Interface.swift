import SiteModel
import Theming

/// The words of the interface in one language.
public struct Interface: Sendable {
    let language: String
    let strings: [String: String]
    private let months: [String]

    init(language: String, strings: [String: String]) {
        self.language = language
        self.strings = strings
        let names = (strings["js_months"] ?? "").split(separator: " ").map(String.init)
        months = names.count == 12 ? names : (1...12).map(String.init)
    }

    subscript(key: String) -> String { strings[key] ?? key }

    /// `1 Nov 2026`, with the language's own names of months.
    func text(_ day: CalendarDay) -> String {
        String(day.day) + " " + months[day.month - 1] + " " + String(day.year)
    }
}

extension Interface {
    /// The languages of the embedded theme.
    public static var languages: [String] {
        EmbeddedTheme.paths.filter { $0.hasPrefix("strings/") && $0.hasSuffix(".yml") }
            .map { String($0.dropFirst(8).dropLast(4)) }.sorted()
    }

    /// The words of the embedded theme, for a command that speaks as its pages do; in English where it has no others.
    public init(embedded language: String) {
        let file = EmbeddedTheme.bytes("strings/\(language).yml") ?? EmbeddedTheme.bytes("strings/en.yml")
        self.init(language: language, strings: Theme.strings(in: file ?? []))
    }

    /// A text with values in the place of `{names}`.
    public func text(_ key: String, _ values: [String: String] = [:]) -> String {
        values.reduce(into: self[key]) { $0 = $0.replacing("{\($1.key)}", with: $1.value) }
    }
}

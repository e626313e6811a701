import SiteModel

/// The words of the interface in one language.
struct Interface: Sendable {
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
        "\(day.day) \(months[day.month - 1]) \(day.year)"
    }
}

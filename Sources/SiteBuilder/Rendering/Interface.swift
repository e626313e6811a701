import SiteModel

/// The words of the interface in one language.
struct Interface: Sendable {
    let language: String
    let strings: [String: String]

    subscript(key: String) -> String { strings[key] ?? key }

    /// `1 Nov 2026`, with the language's own names of months.
    func text(_ day: CalendarDay) -> String {
        let months = self["months"].split(separator: " ")
        let month = months.count == 12 ? String(months[day.month - 1]) : String(day.month)
        return "\(day.day) \(month) \(day.year)"
    }
}

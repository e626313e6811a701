public import Diagnostics
public import Markdown

/// Reads YAML values as what they should be, and says what is wrong where they are not.
public struct ValueReader {
    public private(set) var diagnostics: [Diagnostic] = []

    public init() {}

    public mutating func text(_ value: YAMLValue, _ name: String) -> String? {
        if let text = value.text { return text }
        reportKind(value, name, expected: "text")
        return nil
    }

    public mutating func texts(_ value: YAMLValue, _ name: String) -> [Located<String>] {
        if let text = value.text { return [Located(text, at: value.location)] }
        guard let items = value.list else {
            if !value.isNull { reportKind(value, name, expected: "a list of texts") }
            return []
        }
        return items.compactMap { item in
            item.isNull ? nil : text(item, name).map { Located($0, at: item.location) }
        }
    }

    /// Texts without commas: one text that holds some was meant as a list.
    public mutating func words(_ value: YAMLValue, _ name: String) -> [Located<String>] {
        guard let text = value.text, text.utf8.contains(UInt8(ascii: ",")) else { return texts(value, name) }
        let words = text.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .filter { !$0.isEmpty }
        reportKind(
            value, name, expected: "a list of texts", help: "write [\(words.joined(separator: ", "))]")
        return words.map { Located($0, at: value.location) }
    }

    public mutating func number(_ value: YAMLValue, _ name: String, in range: ClosedRange<Int>) -> Int? {
        if let number = value.text.flatMap({ Int($0) }), range.contains(number) { return number }
        reportKind(value, name, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    public mutating func boolean(_ value: YAMLValue, _ name: String) -> Bool? {
        switch value.text {
        case "true", "yes", "ya": return true
        case "false", "no", "tidak": return false
        default:
            reportKind(value, name, expected: "true or false")
            return nil
        }
    }

    public mutating func day(_ value: YAMLValue, _ name: String) -> CalendarDay? {
        if let day = value.text.flatMap({ CalendarDay($0) }) { return day }
        reportKind(value, name, expected: "a date that exists, written YYYY-MM-DD")
        return nil
    }

    /// Languages of the embedded theme: texts in them may be written before the site has pages in them.
    private static let themeLanguages = ["ms", "en"]

    /// A text, or a map of texts by language.
    public mutating func localized(_ value: YAMLValue, _ name: String, languages: [String]) -> LocalizedText? {
        guard let entries = value.map else { return text(value, name).map { LocalizedText($0) } }
        var texts: [String: String] = [:]
        for entry in entries {
            texts[entry.key] = text(entry.value, name)
            if languages.contains(entry.key) || Self.themeLanguages.contains(entry.key) { continue }
            report(
                "unknown-language", .warning,
                "'\(name)' has a text in '\(entry.key)', which is no language of the site", at: entry.location,
                help: closestMatch(to: entry.key, in: languages).map { "did you mean '\($0)'?" }
                    ?? "its languages are \(languages.joined(separator: ", "))")
        }
        return LocalizedText(texts, languages: languages)
    }

    public mutating func entries(_ value: YAMLValue, _ name: String) -> [YAMLEntry] {
        if let entries = value.map { return entries }
        if !value.isNull { reportKind(value, name, expected: "a map of keys and values") }
        return []
    }

    /// Reports the entries whose keys are not among those known.
    public mutating func reportUnknown(
        _ entries: [YAMLEntry], known: [String], where place: String, severity: Diagnostic.Severity = .warning
    ) {
        for entry in entries where !known.contains(entry.key) {
            let meant = closestMatch(to: entry.key, in: known)
            report(
                "unknown-key", severity, "\(place) has no key '\(entry.key)'", at: entry.location,
                help: meant.map { "did you mean '\($0)'?" } ?? "known keys: \(known.joined(separator: ", "))")
        }
    }

    public mutating func report(
        _ id: String, _ severity: Diagnostic.Severity, _ message: String, at location: SourceLocation,
        help: String? = nil
    ) {
        diagnostics.append(Diagnostic(id, severity, message, at: location, help: help))
    }

    private mutating func reportKind(_ value: YAMLValue, _ name: String, expected: String, help: String? = nil) {
        let found = value.text.map { "'\($0)'" } ?? value.kindName
        report("wrong-kind", .error, "'\(name)' should be \(expected), not \(found)", at: value.location, help: help)
    }
}

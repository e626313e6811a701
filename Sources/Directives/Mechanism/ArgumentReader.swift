import Diagnostics

/// Reads `key=value key="two words"` and checks it against rules.
struct ArgumentReader {
    /// Whose arguments they are.
    let name: String
    let rules: [ArgumentRule]
    let location: SourceLocation
    private(set) var diagnostics: [Diagnostic] = []

    init(_ name: String, _ rules: [ArgumentRule], at location: SourceLocation) {
        self.name = name
        self.rules = rules
        self.location = location
    }

    mutating func read(_ source: String) -> [String: String] {
        var values: [String: String] = [:]
        var written: Set<String> = []
        for (key, value) in pairs(in: source) {
            guard let rule = rules.first(where: { $0.name == key }) else {
                reportUnknown(key)
                continue
            }
            if !written.insert(key).inserted {
                report("repeated-argument", "'\(key)' stands here twice", help: "keep one of them")
            }
            if isValid(value, rule) { values[key] = value }
        }
        for rule in rules where rule.isRequired && !written.contains(rule.name) {
            report(
                "missing-argument", "'\(name)' needs '\(rule.name)': \(rule.purpose)",
                help: "write {\(rule.name)=…}")
        }
        return values
    }

    /// Keys with their values; a key alone means true.
    private mutating func pairs(in source: String) -> [(String, String)] {
        var pairs: [(String, String)] = []
        var rest = Substring(source).drop(while: \.isWhitespace)
        while !rest.isEmpty {
            let key = rest.prefix { !$0.isWhitespace && $0 != "=" }
            rest = rest[key.endIndex...]
            guard rest.first == "=" else {
                if !key.isEmpty { pairs.append((String(key), "true")) }
                rest = rest.drop(while: \.isWhitespace)
                continue
            }
            rest = rest.dropFirst()
            if let quote = rest.first, quote == "\"" || quote == "'" {
                guard let end = rest.dropFirst().firstIndex(of: quote) else {
                    report(
                        "unclosed-quote", "the value of '\(key)' has no closing quote", help: "close it with \(quote)")
                    return pairs
                }
                pairs.append((String(key), String(rest[rest.index(after: rest.startIndex)..<end])))
                rest = rest[rest.index(after: end)...]
            } else {
                let value = rest.prefix { !$0.isWhitespace }
                pairs.append((String(key), String(value)))
                rest = rest[value.endIndex...]
            }
            rest = rest.drop(while: \.isWhitespace)
        }
        return pairs
    }

    private mutating func isValid(_ value: String, _ rule: ArgumentRule) -> Bool {
        let expected: String
        switch rule.kind {
        case .text:
            return true
        case .number(let range):
            if let number = Int(value), range.contains(number) { return true }
            expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .boolean:
            if value == "true" || value == "false" { return true }
            expected = "true or false"
        case .choice(let choices):
            if choices.contains(value) { return true }
            expected = "one of \(choices.joined(separator: ", "))"
        }
        report("wrong-argument", "'\(rule.name)' should be \(expected), not '\(value)'", help: nil)
        return false
    }

    private mutating func reportUnknown(_ key: String) {
        let known = rules.map(\.name)
        let meant = closestMatch(to: key, in: known).map { "did you mean '\($0)'?" }
        let all = known.isEmpty ? "it takes none" : "it takes \(known.joined(separator: ", "))"
        report("unknown-argument", "'\(name)' has no argument '\(key)'", help: meant ?? all)
    }

    private mutating func report(_ id: String, _ message: String, help: String?) {
        diagnostics.append(Diagnostic(id, .error, message, at: location, help: help))
    }
}

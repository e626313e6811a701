import Diagnostics
import HTMLEscaping

extension TemplateCompiler {
    /// The bytes of `t.name` and `icons.name`, which are the same on every page of a language.
    mutating func constant(
        _ name: String, isHTML: Bool, _ token: TemplateToken, _ source: Source
    ) -> [UInt8]? {
        if name.hasPrefix("t.") {
            let key = String(name.dropFirst(2))
            check(lookUp(key, in: strings.keys, as: "t", .text), name, isHTML: isHTML, token, source)
            var bytes: [UInt8] = []
            appendEscapedHTML(strings[key] ?? "", .all, to: &bytes)
            return bytes
        }
        guard name.hasPrefix("icons.") else { return nil }
        let key = String(name.dropFirst(6))
        check(lookUp(key, in: icons.keys, as: "icons", .html), name, isHTML: isHTML, token, source)
        return icons[key] ?? []
    }

    private func lookUp(
        _ key: String, in keys: some Collection<String>, as space: String, _ field: ContextDeclaration.Field
    ) -> NameScope.Resolution {
        if keys.contains(key) { return .found(field) }
        return .unknown(nearest: closestMatch(to: key, in: keys.sorted()).map { "\(space).\($0)" })
    }

    mutating func check(
        _ resolution: NameScope.Resolution, _ name: String, isHTML: Bool, _ token: TemplateToken, _ source: Source
    ) {
        switch resolution {
        case .unknown(let nearest): reportUnknown(name, nearest, token, source)
        case .found(.html) where !isHTML:
            report(
                "escaped-html", "'\(name)' is HTML: its markup would be shown", token, source,
                help: "write {{{\(name)}}}")
        case .found(.text) where isHTML:
            report(
                "unescaped-text", "'\(name)' is text: it must be escaped", token, source,
                help: "write {{\(name)}}")
        case .found(.list), .found(.values):
            report(
                "unprintable-value", "'\(name)' is not a text", token, source,
                help: "open it with {{#\(name)}} or print one of its values")
        case .found, .unchecked: break
        }
    }

    mutating func reportUnknown(_ name: String, _ nearest: String?, _ token: TemplateToken, _ source: Source) {
        report(
            "unknown-name", "nothing here is called '\(name)'", token, source,
            help: nearest.map { "did you mean '\($0)'?" })
    }

    mutating func report(
        _ id: String, _ message: String, _ token: TemplateToken, _ source: Source, help: String? = nil
    ) {
        let location = SourceLocation(file: source.file, line: token.line, column: token.column)
        diagnostics.append(Diagnostic(id, .error, message, at: location, help: help))
    }
}

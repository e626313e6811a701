public import Diagnostics
import Yams

/// Reads YAML into values with places: the plain subset that front matter is written in by our own reader, anything
/// else by Yams, which takes ten times as long.
public enum YAMLReader {
    /// - Parameter firstLine: the line of the file on which `source` starts.
    /// - Returns: nil when there is nothing to read or it could not be read, which is then a diagnostic.
    public static func read(
        _ source: [UInt8], file: String, firstLine: Int = 1, diagnostics: inout [Diagnostic]
    ) -> YAMLValue? {
        var plain = PlainYAMLReader(file: file, firstLine: firstLine)
        let value = source.withUnsafeBufferPointer { plain.read($0) }
        guard let value = value ?? readWithYams(source, file: file, firstLine: firstLine, &diagnostics) else { return nil }
        reportRepeatedKeys(in: value, &diagnostics)
        return value.isNull ? nil : value
    }

    static func readWithYams(
        _ source: [UInt8], file: String, firstLine: Int, _ diagnostics: inout [Diagnostic]
    ) -> YAMLValue? {
        do {
            guard let node = try Yams.compose(yaml: String(decoding: source, as: UTF8.self)) else { return nil }
            var converter = YamsConverter(file: file, firstLine: firstLine)
            return try converter.value(of: node, depth: 0)
        } catch {
            diagnostics.append(YamsConverter.diagnostic(for: error, file: file, firstLine: firstLine))
            return nil
        }
    }

    private static func reportRepeatedKeys(in value: YAMLValue, _ diagnostics: inout [Diagnostic]) {
        guard let entries = value.map else { return }
        for (index, entry) in entries.enumerated() {
            if let first = entries[..<index].first(where: { $0.key == entry.key }) {
                diagnostics.append(
                    Diagnostic(
                        "duplicate-key", .error, "the key '\(entry.key)' stands here twice", at: entry.location,
                        help: "keep one of them; the first is on line \(first.location.line)"))
            }
            reportRepeatedKeys(in: entry.value, &diagnostics)
        }
    }
}

/// Turns Yams' nodes into ours.
private struct YamsConverter {
    struct TooLarge: Error {}

    let file: String
    let firstLine: Int
    /// Aliases can make a small text stand for billions of values.
    private var allowance = 20_000

    init(file: String, firstLine: Int) {
        self.file = file
        self.firstLine = firstLine
    }

    mutating func value(of node: Node, depth: Int) throws -> YAMLValue {
        allowance -= 1
        guard allowance > 0, depth < 100 else { throw TooLarge() }
        let location = Self.location(node.mark, file, firstLine)
        switch node {
        case .scalar(let scalar):
            let isNull = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
            return YAMLValue(isNull ? .null : .scalar(scalar.string), at: location)
        case .sequence(let items):
            return YAMLValue(.list(try items.map { try value(of: $0, depth: depth + 1) }), at: location)
        case .mapping(let pairs):
            let entries = try pairs.map { key, node in
                YAMLEntry(
                    key: key.string ?? "", at: Self.location(key.mark, file, firstLine),
                    value: try value(of: node, depth: depth + 1))
            }
            return YAMLValue(.map(entries), at: location)
        case .alias:
            return YAMLValue(.null, at: location)
        }
    }

    static func diagnostic(for error: any Error, file: String, firstLine: Int) -> Diagnostic {
        var message = "this is not YAML"
        var mark: Mark?
        var id = "invalid-yaml"
        switch error {
        case YamlError.scanner(_, let problem, let place, _), YamlError.parser(_, let problem, let place, _),
            YamlError.composer(_, let problem, let place, _):
            message = "this is not YAML: \(problem)"
            mark = place
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            message = "the key '\(keys.sorted().joined(separator: "', '"))' stands here twice"
            mark = context.mark
            id = "duplicate-key"
        case is TooLarge:
            message = "this YAML is too large or too deep"
        default:
            break
        }
        return Diagnostic(
            id, .error, message, at: location(mark, file, firstLine),
            help: id == "duplicate-key" ? "keep one of them" : "quote a text that holds ': ' or '#'; indent with spaces")
    }

    private static func location(_ mark: Mark?, _ file: String, _ firstLine: Int) -> SourceLocation {
        guard let mark else { return SourceLocation(file: file, line: firstLine, column: 1) }
        return SourceLocation(file: file, line: mark.line + firstLine - 1, column: mark.column)
    }
}

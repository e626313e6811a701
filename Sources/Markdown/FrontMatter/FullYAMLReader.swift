import Diagnostics
import Yams

/// Reads any YAML with Yams, within bounds: no anchors, no depth that could exhaust the stack, only text as keys.
struct FullYAMLReader {
    private static let depthLimit = 64

    private let text: String
    private let file: String
    private let shift: Int

    init(_ source: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int) {
        text = String(decoding: source, as: UTF8.self)
        self.file = file
        shift = firstLine - 1
    }

    func read() throws(YAMLProblem) -> YAMLValue? {
        if let line = YAMLDepth.lineTooDeep(in: text, limit: Self.depthLimit) {
            throw YAMLProblem(message: "values inside each other, too deeply", line: line + shift, column: 0)
        }
        if YAMLDepth.hasAliases(text) { throw anchors(line: 1 + shift, column: 0) }
        do {
            guard let root = try Yams.compose(yaml: text) else { return nil }
            return try value(of: root, orPlaceOf: place(of: root))
        } catch let problem as YAMLProblem {
            throw problem
        } catch {
            throw problem(of: error)
        }
    }

    /// What is nothing at all stands where its key stands.
    private func value(of node: Node, orPlaceOf key: SourceLocation) throws(YAMLProblem) -> YAMLValue {
        let place = place(of: node)
        guard node.anchor == nil else { throw anchors(line: place.line, column: place.column) }
        switch node {
        case .scalar(let scalar):
            guard scalar.style == .plain else { return YAMLValue(.scalar(scalar.string), at: place) }
            if scalar.string.isEmpty { return YAMLValue(.null, at: key) }
            let isNull = ["~", "null", "Null", "NULL"].contains(scalar.string)
            return YAMLValue(isNull ? .null : .scalar(scalar.string), at: place)
        case .sequence(let sequence):
            var items: [YAMLValue] = []
            for item in sequence { items.append(try value(of: item, orPlaceOf: place)) }
            return YAMLValue(.list(items), at: place)
        case .mapping(let mapping):
            var entries: [YAMLEntry] = []
            for (key, value) in mapping { entries.append(try entry(key, value)) }
            return YAMLValue(.map(entries), at: place)
        case .alias:
            throw anchors(line: place.line, column: place.column)
        }
    }

    private func entry(_ key: Node, _ value: Node) throws(YAMLProblem) -> YAMLEntry {
        let place = place(of: key)
        guard case .scalar(let scalar) = key else {
            throw YAMLProblem(message: "a key has to be text", line: place.line, column: place.column)
        }
        return YAMLEntry(key: scalar.string, at: place, value: try self.value(of: value, orPlaceOf: place))
    }

    private func place(of node: Node) -> SourceLocation {
        SourceLocation(file: file, line: (node.mark?.line ?? 1) + shift, column: node.mark?.column ?? 0)
    }

    private func anchors(line: Int, column: Int) -> YAMLProblem {
        YAMLProblem(
            message: "anchors (&) and aliases (*) are not read", line: line, column: column,
            help: "write the value out, or quote a text that begins with & or *")
    }

    // MARK: - Errors of the library

    private func problem(of error: any Error) -> YAMLProblem {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return YAMLProblem(
                message: problem, line: mark.line + shift, column: mark.column, help: help(for: problem))
        case .reader(let problem, let offset, _, _):
            let place = place(ofByte: offset ?? 0)
            return YAMLProblem(message: problem, line: place.line + shift, column: place.column)
        case .duplicatedKeysInMapping(let keys, let context):
            return duplicate(keys.first ?? "", context.mark)
        default:
            return YAMLProblem(message: "this is not YAML", line: 1 + shift, column: 0)
        }
    }

    private func help(for problem: String) -> String? {
        if problem.contains("mapping values are not allowed") { return "quote a text that holds ': '" }
        if problem.contains("cannot start any token") {
            return "quote a text that begins with a sign; indent with spaces, not tabs"
        }
        if problem.contains("while scanning an alias") || problem.contains("undefined alias") {
            return "quote a text that begins with & or *"
        }
        return nil
    }

    /// Points at the second of the two keys where it can be found.
    private func duplicate(_ key: String, _ first: Mark) -> YAMLProblem {
        var problem = YAMLProblem(
            id: "duplicate-key", message: "'\(key)' is given twice", line: first.line + shift, column: first.column,
            help: "keep one of them")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated().dropFirst(first.line) {
            let content = line.drop { $0 == " " }
            let column = line.count - content.count + 1
            if column == first.column, content.hasPrefix(key), content.dropFirst(key.count).hasPrefix(":") {
                problem.line = index + 1 + shift
                break
            }
        }
        return problem
    }

    private func place(ofByte offset: Int) -> (line: Int, column: Int) {
        let before = text.utf8.prefix(offset)
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let lastLine = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).last ?? before[...]
        return (line, lastLine.count { !$0.isUTF8Continuation } + 1)
    }
}

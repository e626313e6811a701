public import Diagnostics

extension ContextDeclaration {
    /// Reads the file that documents a theme's contexts.
    ///
    /// A block starts with `[template, template]`; its lines are `name kind what it is`, children two spaces deeper.
    /// `[all]` is part of every block, `[page]` also of templates that no block names. Kinds: text, html, bool,
    /// texts, list, values, open.
    public static func parse(_ source: [UInt8], file: String, diagnostics: inout [Diagnostic]) -> ContextDeclaration {
        var parser = ContextParser(file: file)
        let lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            parser.read(String(decoding: line, as: UTF8.self), number: index + 1, &diagnostics)
        }
        return parser.declaration()
    }
}

/// Builds the blocks of a context file line by line.
private struct ContextParser {
    struct Entry {
        var depth: Int
        var name: String
        var kind: String
    }

    let file: String
    var entries: [String: [Entry]] = [:]
    var current: [String] = []

    mutating func read(_ line: String, number: Int, _ diagnostics: inout [Diagnostic]) {
        let indent = line.prefix { $0 == " " }.count
        let words = line.split(separator: " ").map(String.init)
        guard let first = words.first, !first.hasPrefix("#") else { return }
        if first.hasPrefix("[") {
            let names = line.filter { !"[] ".contains($0) }
            current = names.split(separator: ",").map(String.init)
            for name in current { entries[name] = entries[name] ?? [] }
        } else if words.count >= 2, indent % 2 == 0, Self.kinds.contains(words[1]), !current.isEmpty {
            for name in current { entries[name]?.append(Entry(depth: indent / 2, name: first, kind: words[1])) }
        } else {
            let location = SourceLocation(file: file, line: number, column: indent + 1)
            let help = "write 'name kind description'; kinds are \(Self.kinds.joined(separator: ", "))"
            diagnostics.append(
                Diagnostic("invalid-context", .error, "this line declares nothing", at: location, help: help))
        }
    }

    static let kinds = ["text", "html", "bool", "texts", "list", "values", "open"]

    func declaration() -> ContextDeclaration {
        let common = fields(of: entries["all"] ?? [])
        let contexts = entries.mapValues { common.merging(fields(of: $0)) { _, own in own } }
        return ContextDeclaration(contexts: contexts.filter { $0.key != "all" }, fallback: contexts["page"] ?? common)
    }

    private func fields(of entries: [Entry]) -> ContextDeclaration.Fields {
        var position = 0
        return fields(of: entries, depth: 0, &position)
    }

    private func fields(of entries: [Entry], depth: Int, _ position: inout Int) -> ContextDeclaration.Fields {
        var result: ContextDeclaration.Fields = [:]
        while position < entries.count, entries[position].depth >= depth {
            let entry = entries[position]
            position += 1
            let children = fields(of: entries, depth: entry.depth + 1, &position)
            result[entry.name] = field(entry.kind, children)
        }
        return result
    }

    private func field(_ kind: String, _ children: ContextDeclaration.Fields) -> ContextDeclaration.Field {
        switch kind {
        case "text": .text
        case "html": .html
        case "bool": .bool
        case "texts": .list([".": .text])
        case "list": .list(children)
        case "values": .values(children)
        default: .open
        }
    }
}

import Diagnostics

/// Cuts a template's source into tokens and reports tags that are not closed or not supported.
struct TemplateScanner {
    let file: String
    let source: [UInt8]
    private var position = 0
    private var line = 1
    private var lineStart = 0
    private var tokens: [TemplateToken] = []

    init(file: String, source: [UInt8]) {
        self.file = file
        self.source = source
    }

    mutating func scan(diagnostics: inout [Diagnostic]) -> [TemplateToken] {
        while position < source.count {
            let start = position
            let open = nextTag() ?? source.count
            if open > start { appendLiteral(start..<open) }
            guard open < source.count else { break }
            scanTag(&diagnostics)
        }
        return LoneTags(source: source, tokens: tokens).removed()
    }

    private func nextTag() -> Int? {
        var index = position
        while index + 1 < source.count {
            if source[index] == UInt8(ascii: "{"), source[index + 1] == UInt8(ascii: "{") { return index }
            index += 1
        }
        return nil
    }

    private mutating func appendLiteral(_ range: Range<Int>) {
        tokens.append(TemplateToken(kind: .literal(range), line: line, column: column(of: range.lowerBound)))
        advance(to: range.upperBound)
    }

    private mutating func advance(to end: Int) {
        for index in position..<end where source[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        position = end
    }

    private func column(of index: Int) -> Int {
        source[lineStart..<index].count { $0 & 0xC0 != 0x80 } + 1
    }

    private mutating func scanTag(_ diagnostics: inout [Diagnostic]) {
        let (tagLine, tagColumn) = (line, column(of: position))
        let location = SourceLocation(file: file, line: tagLine, column: tagColumn)
        let isTriple = position + 2 < source.count && source[position + 2] == UInt8(ascii: "{")
        let closing = [UInt8](repeating: UInt8(ascii: "}"), count: isTriple ? 3 : 2)
        let inner = position + closing.count
        guard let close = firstIndex(of: closing, from: inner) else {
            diagnostics.append(
                Diagnostic(
                    "unclosed-tag", .error, "tag is never closed", at: location,
                    help: "write \(isTriple ? "}}}" : "}}") after its name"))
            position = source.count
            return
        }
        let content = String(decoding: source[inner..<close], as: UTF8.self)
        advance(to: close + closing.count)
        if let kind = kind(of: content, isTriple: isTriple) {
            tokens.append(TemplateToken(kind: kind, line: tagLine, column: tagColumn))
        } else {
            diagnostics.append(
                Diagnostic(
                    "unsupported-tag", .error, "tag '{{\(content)}}' is not supported", at: location,
                    help:
                        "use {{name}}, {{{html}}}, {{#section}}, {{^inverted}}, {{/end}}, {{> partial}}, {{! comment}}")
            )
        }
    }

    private func firstIndex(of needle: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + needle.count <= source.count {
            if source[index..<index + needle.count].elementsEqual(needle) { return index }
            index += 1
        }
        return nil
    }

    private func kind(of content: String, isTriple: Bool) -> TemplateToken.Kind? {
        if isTriple { return name(content).map { .html($0) } }
        let rest = String(content.dropFirst())
        switch content.first {
        case "!": return .comment
        case "#": return name(rest).map { .section($0) }
        case "^": return name(rest).map { .inverted($0) }
        case "/": return name(rest).map { .end($0) }
        case ">": return name(rest).map { .partial($0) }
        case "&": return name(rest).map { .html($0) }
        default: return name(content).map { .text($0) }
        }
    }

    /// The name without the spaces around it; nil when it holds anything but letters, digits and `._-/`.
    private func name(_ text: String) -> String? {
        var name = text.utf8[...]
        while name.first == UInt8(ascii: " ") { name.removeFirst() }
        while name.last == UInt8(ascii: " ") { name.removeLast() }
        return !name.isEmpty && name.allSatisfy(isNameByte) ? String(Substring(name)) : nil
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"): true
        default: false
        }
    }
}

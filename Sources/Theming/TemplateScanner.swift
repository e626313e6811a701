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
        return droppingLinesOfLoneTags()
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
        let trimmed = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        let isName = trimmed.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-/".contains($0)) }
        return isName && !trimmed.isEmpty ? trimmed : nil
    }
}

extension TemplateScanner {
    /// Mustache's rule for a tag alone on its line: the line is not printed.
    private func droppingLinesOfLoneTags() -> [TemplateToken] {
        var result = tokens
        for index in tokens.indices where tokens[index].mayStandAlone && standsAlone(index) {
            trimEnd(of: &result, before: index)
            trimStart(of: &result, after: index)
        }
        return result.filter { if case .literal(let range) = $0.kind { !range.isEmpty } else { true } }
    }

    private func standsAlone(_ index: Int) -> Bool {
        isBlankBefore(index) && isBlankAfter(index)
    }

    private func isBlankBefore(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        guard case .literal(let range) = tokens[index - 1].kind else { return false }
        let tail = source[range].reversed().prefix { $0 != UInt8(ascii: "\n") }
        return tail.allSatisfy(isSpace) && (tail.count < range.count || range.lowerBound == 0)
    }

    private func isBlankAfter(_ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return true }
        guard case .literal(let range) = tokens[index + 1].kind else { return false }
        let head = source[range].prefix { $0 != UInt8(ascii: "\n") }
        return head.allSatisfy(isSpace) && (head.count < range.count || range.upperBound == source.count)
    }

    private func trimEnd(of tokens: inout [TemplateToken], before index: Int) {
        guard index > 0, case .literal(let range) = tokens[index - 1].kind else { return }
        let tail = source[range].reversed().prefix { $0 != UInt8(ascii: "\n") }.count
        tokens[index - 1].kind = .literal(range.lowerBound..<range.upperBound - tail)
    }

    private func trimStart(of tokens: inout [TemplateToken], after index: Int) {
        guard index + 1 < tokens.count, case .literal(let range) = tokens[index + 1].kind else { return }
        let head = source[range].prefix { $0 != UInt8(ascii: "\n") }.count
        tokens[index + 1].kind = .literal(min(range.lowerBound + head + 1, range.upperBound)..<range.upperBound)
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}

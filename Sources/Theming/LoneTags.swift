/// Mustache's rule for a tag that stands alone on its line: the line is not printed.
struct LoneTags {
    let source: [UInt8]
    let tokens: [TemplateToken]

    func removed() -> [TemplateToken] {
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

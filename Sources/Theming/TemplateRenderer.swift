import HTMLEscaping

/// Runs a compiled template over values, innermost context first.
struct TemplateRenderer {
    private let template: Template
    private var contexts: [TemplateValues]

    /// - Parameter base: what stands for names that `values` do not have.
    init(_ template: Template, _ values: TemplateValues, over base: TemplateValues) {
        self.template = template
        contexts = [base, values]
    }

    mutating func render(to output: inout [UInt8]) {
        render(0..<template.operations.count, to: &output)
    }

    private mutating func render(_ range: Range<Int>, to output: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            switch template.operations[index] {
            case .literal(let bytes):
                append(bytes, to: &output)
            case .text(let path):
                if let value = value(at: path) { appendEscaped(value, to: &output) }
            case .html(let path):
                if let value = value(at: path) { appendRaw(value, to: &output) }
            case .section(let path, let end):
                if let value = value(at: path) { renderSection(value, index + 1..<end, to: &output) }
                index = end
                continue
            case .first(let path, let end):
                if case .list(let items)? = value(at: path), let item = items.first {
                    render(index + 1..<end, in: item, to: &output)
                }
                index = end
                continue
            case .flag(let path, let end):
                if value(at: path)?.isTruthy == true { render(index + 1..<end, to: &output) }
                index = end
                continue
            case .inverted(let path, let end):
                if value(at: path)?.isTruthy != true { render(index + 1..<end, to: &output) }
                index = end
                continue
            }
            index += 1
        }
    }

    private mutating func renderSection(_ value: TemplateValue, _ body: Range<Int>, to output: inout [UInt8]) {
        switch value {
        case .list(let items):
            for item in items { render(body, in: item, to: &output) }
        case .bool(let isTrue):
            // A flag opens no context: names inside it mean what they mean outside.
            if isTrue { render(body, to: &output) }
        case .values(let names):
            render(body, in: names, to: &output)
        case .text, .html:
            if value.isTruthy { render(body, in: [.current: value], to: &output) }
        }
    }

    private mutating func render(_ body: Range<Int>, in context: TemplateValues, to output: inout [UInt8]) {
        contexts.append(context)
        render(body, to: &output)
        contexts.removeLast()
    }

    private func value(at pathIndex: Int) -> TemplateValue? {
        let path = template.paths[pathIndex]
        let first = template.names[path.lowerBound]
        // The item of a list of texts, or the text whose section this is.
        if first == .current { return contexts[contexts.count - 1][.current] }
        var index = contexts.count
        while index > 0 {
            index -= 1
            guard let value = contexts[index][first] else { continue }
            return path.count == 1 ? value : descend(value, path.dropFirst())
        }
        return nil
    }

    private func descend(_ value: TemplateValue, _ path: Range<Int>) -> TemplateValue? {
        var value = value
        for index in path {
            guard case .values(let fields) = value, let next = fields[template.names[index]] else { return nil }
            value = next
        }
        return value
    }

    private func append(_ range: Range<Int>, to output: inout [UInt8]) {
        template.literals.withUnsafeBufferPointer {
            output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
        }
    }

    private func appendEscaped(_ value: TemplateValue, to output: inout [UInt8]) {
        switch value {
        case .text(let text): appendEscapedHTML(text, .all, to: &output)
        case .html(let bytes): appendEscapedHTML(bytes[...], .all, to: &output)
        case .bool(let bool): output.append(contentsOf: (bool ? "true" : "false").utf8)
        case .list, .values: break
        }
    }

    private func appendRaw(_ value: TemplateValue, to output: inout [UInt8]) {
        switch value {
        case .text(let text): output.append(contentsOf: text.utf8)
        case .html(let bytes): output.append(contentsOf: bytes)
        case .bool, .list, .values: appendEscaped(value, to: &output)
        }
    }
}

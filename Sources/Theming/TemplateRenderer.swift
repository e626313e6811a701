import HTMLEscaping

/// Runs a compiled template over values, innermost context first.
struct TemplateRenderer {
    private let template: Template
    private var contexts: [TemplateValues]
    private let outer: OuterNames

    /// - Parameter base: what stands for names that `values` do not have.
    init(_ template: Template, _ values: TemplateValues, over base: TemplateValues) {
        self.template = template
        contexts = [base, values]
        outer = OuterNames(contexts)
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
        guard let value = value(of: first) else { return nil }
        return path.count == 1 ? value : descend(value, path.dropFirst())
    }

    private func value(of name: TemplateName) -> TemplateValue? {
        var index = contexts.count
        while index > OuterNames.contextCount {
            index -= 1
            if let value = contexts[index][name] { return value }
        }
        return outer.place(of: name).map { contexts[$0.context].value(at: $0.place) }
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

/// Where the values of the two outer contexts stand: they have most names, and most names are looked up in them.
private struct OuterNames {
    static let contextCount = 2

    /// By a name's number, one more than its place; places of the inner context are behind those of the outer.
    private let places: [UInt32]
    private let innerStart: Int

    init(_ contexts: [TemplateValues]) {
        let innerStart = contexts[0].count
        let size = 1 + max(contexts[0].highestNumber, contexts[1].highestNumber)
        places = [UInt32](unsafeUninitializedCapacity: size) { places, count in
            places.initialize(repeating: 0)
            count = size
            contexts[0].forEachNumber { places[$0] = UInt32($1 + 1) }
            contexts[1].forEachNumber { places[$0] = UInt32(innerStart + $1 + 1) }
        }
        self.innerStart = innerStart
    }

    @inline(__always)
    func place(of name: TemplateName) -> (context: Int, place: Int)? {
        let number = Int(name.number)
        guard number < places.count, places[number] > 0 else { return nil }
        let place = Int(places[number]) - 1
        return place < innerStart ? (0, place) : (1, place - innerStart)
    }
}

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
            let operation = template.operations[index]
            index = operation.kind == .literal ? index + 1 : operation.range.upperBound
            switch operation.kind {
            case .literal:
                append(operation.range, to: &output)
            case .text:
                value(at: operation.path)?.appendEscaped(to: &output)
            case .html:
                value(at: operation.path)?.appendRaw(to: &output)
            case .section:
                if let value = value(at: operation.path) { renderSection(value, operation.range, to: &output) }
            case .first:
                if let item = value(at: operation.path)?.firstItem { render(operation.range, in: item, to: &output) }
            case .flag:
                if value(at: operation.path)?.isTruthy == true { render(operation.range, to: &output) }
            case .inverted:
                if value(at: operation.path)?.isTruthy != true { render(operation.range, to: &output) }
            }
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
        return path.count == 1 ? value : value.value(at: template.names[path.dropFirst()])
    }

    private func value(of name: TemplateName) -> TemplateValue? {
        var index = contexts.count
        while index > OuterNames.contextCount {
            index -= 1
            if let value = contexts[index][name] { return value }
        }
        return outer.place(of: name).map { contexts[$0.context].value(at: $0.place) }
    }

    private func append(_ range: Range<Int>, to output: inout [UInt8]) {
        template.literals.withUnsafeBufferPointer {
            output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
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

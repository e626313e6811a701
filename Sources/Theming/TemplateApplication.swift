/// Partial application: the values that are known are put into a template, so that only what depends on the others is
/// left to draw.
struct TemplateApplication {
    private let source: Template
    /// Known contexts that are open, innermost last; the first is what the template is applied to.
    private var contexts: [TemplateValues]
    /// Whether a context is open of which nothing is known: any name may mean something in it.
    private var isInUnknownContext = false

    private(set) var rest = Template()
    /// Names whose values were put in. Who gives one of them another value has to draw the whole template.
    private(set) var settled: Set<TemplateName> = []

    init(_ template: Template, to known: TemplateValues) {
        source = template
        contexts = [known]
        _ = apply(template.operations.indices)
    }

    /// - Returns: false when a section is left over that stands in a known context: names that its own items do not have
    ///   would not be looked up in that context any more.
    private mutating func apply(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let operation = source.operations[index]
            if operation.kind == .literal {
                rest.append(literal: source.literals[operation.range])
                index += 1
                continue
            }
            if let value = knownValue(at: operation.path) {
                guard put(value, operation) else { return false }
            } else {
                guard leave(operation) else { return false }
            }
            index = operation.range.upperBound
        }
        return true
    }

    /// Does an operation whose value is known.
    private mutating func put(_ value: TemplateValue, _ operation: Template.Operation) -> Bool {
        switch (operation.kind, value) {
        case (.literal, _): break
        case (.text, _): append { value.appendEscaped(to: &$0) }
        case (.html, _): append { value.appendRaw(to: &$0) }
        case (.first, _): return open(value.firstItem.map { [$0] } ?? [], operation)
        case (.section, .bool), (.flag, _): if value.isTruthy { return apply(operation.range) }
        case (.section, _): return open(value.items, operation)
        case (.inverted, _): if !value.isTruthy { return apply(operation.range) }
        }
        return true
    }

    private mutating func append(_ draw: (inout [UInt8]) -> Void) {
        var bytes: [UInt8] = []
        draw(&bytes)
        rest.append(literal: bytes)
    }

    private mutating func open(_ items: [TemplateValues], _ operation: Template.Operation) -> Bool {
        let before = rest
        for item in items {
            contexts.append(item)
            let isWhole = apply(operation.range)
            contexts.removeLast()
            guard isWhole else {
                rest = before
                return leave(operation)
            }
        }
        return true
    }

    /// Leaves an operation to be done when the other values are known, too.
    private mutating func leave(_ operation: Template.Operation) -> Bool {
        let opensContext = operation.kind.opensContext
        guard contexts.count == 1 || !opensContext else { return false }
        let path = rest.pathIndex(source.names[source.paths[operation.path]])
        let start = rest.append(operation.kind, path: path)
        let outer = isInUnknownContext
        if opensContext { isInUnknownContext = true }
        let isWhole = apply(operation.range)
        isInUnknownContext = outer
        rest.closeSection(at: start)
        return isWhole
    }

    /// - Returns: nil where it is not known; nothing to print where it is known that there is no such value.
    private mutating func knownValue(at path: Int) -> TemplateValue? {
        if isInUnknownContext { return nil }
        let names = source.names[source.paths[path]]
        let first = names[names.startIndex]
        if first == .current {
            return contexts.count == 1 ? nil : contexts[contexts.count - 1][.current] ?? .html([])
        }
        for place in contexts.indices.reversed() {
            guard let value = contexts[place][first] else { continue }
            if place == 0 { settled.insert(first) }
            return value.value(at: names.dropFirst()) ?? .html([])
        }
        return nil
    }
}

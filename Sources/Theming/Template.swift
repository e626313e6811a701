/// A compiled template: a flat list of operations over one pool of literal bytes.
struct Template: Sendable {
    struct Operation: Sendable {
        enum Kind: Sendable {
            /// Copy bytes of `literals`.
            case literal
            /// Print a value, escaped.
            case text
            /// Print a value as it stands.
            case html
            /// Run operations for each item, or once, or not at all.
            case section
            /// Run operations for the first item of a list.
            case first
            /// Run operations once when the value is not empty, in the context that is open.
            case flag
            /// Run operations when the value is empty.
            case inverted

            /// Whether the names of a value's own are looked up first by the operations that it runs.
            var opensContext: Bool { self == .section || self == .first }
        }

        var kind: Kind
        /// Which of `paths` names the value; none does in a literal.
        var path = 0
        /// The bytes of a literal; the operations that a section runs, which follow it.
        var range: Range<Int>
    }

    var operations: [Operation] = []
    var literals: [UInt8] = []
    /// Dotted names, cut at their dots, one after the other; the name `.` is "." alone.
    var names: [TemplateName] = []
    /// Each dotted name's range in `names`.
    var paths: [Range<Int>] = []

    mutating func append(literal bytes: some Sequence<UInt8>) {
        let start = literals.count
        literals.append(contentsOf: bytes)
        guard literals.count > start else { return }
        // Neighbouring literals become one copy, unless a section ends between them.
        let last = operations.count - 1
        if last >= lastSectionEnd, operations[last].kind == .literal, operations[last].range.upperBound == start {
            operations[last].range = operations[last].range.lowerBound..<literals.count
        } else {
            operations.append(Operation(kind: .literal, range: start..<literals.count))
        }
    }

    /// Appends an operation that looks at a value; a section is open until it is closed.
    /// - Returns: its index.
    @discardableResult
    mutating func append(_ kind: Operation.Kind, path: Int) -> Int {
        let next = operations.count + 1
        operations.append(Operation(kind: kind, path: path, range: next..<next))
        return next - 1
    }

    mutating func pathIndex(_ name: String) -> Int {
        pathIndex(name == "." ? [.current] : name.split(separator: ".").map { TemplateName(String($0)) })
    }

    mutating func pathIndex(_ parts: some Collection<TemplateName>) -> Int {
        if let known = paths.firstIndex(where: { names[$0].elementsEqual(parts) }) { return known }
        names += parts
        paths.append(names.count - parts.count..<names.count)
        return paths.count - 1
    }

    /// Index after the last operation of the section that was closed last.
    private var lastSectionEnd = 0

    /// Lets the section that was opened at `index` end here.
    mutating func closeSection(at index: Int) {
        operations[index].range = index + 1..<operations.count
        lastSectionEnd = operations.count
    }
}

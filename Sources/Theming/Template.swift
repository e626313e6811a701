/// A compiled template: a flat list of operations over one pool of literal bytes.
struct Template: Sendable {
    enum Operation: Sendable {
        /// Copy these bytes of `literals`.
        case literal(Range<Int>)
        /// Print the value of a path, escaped.
        case text(path: Int)
        /// Print the value of a path as it stands.
        case html(path: Int)
        /// Run the operations up to `end` for each item, or once, or not at all.
        case section(path: Int, end: Int)
        /// Run the operations up to `end` for the first item of a list.
        case first(path: Int, end: Int)
        /// Run the operations up to `end` once when the value is not empty, in the context that is open.
        case flag(path: Int, end: Int)
        /// Run the operations up to `end` when the value is empty.
        case inverted(path: Int, end: Int)
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
        if case .literal(let range)? = operations.last, range.upperBound == start, lastSectionEnd < operations.count {
            operations[operations.count - 1] = .literal(range.lowerBound..<literals.count)
        } else {
            operations.append(.literal(start..<literals.count))
        }
    }

    mutating func pathIndex(_ name: String) -> Int {
        let parts = name == "." ? [.current] : name.split(separator: ".").map { TemplateName(String($0)) }
        if let known = paths.firstIndex(where: { names[$0].elementsEqual(parts) }) { return known }
        names += parts
        paths.append(names.count - parts.count..<names.count)
        return paths.count - 1
    }

    /// Index after the last operation of the section that was closed last.
    private(set) var lastSectionEnd = 0

    /// Lets the section that was opened at `index` end here.
    mutating func closeSection(at index: Int) {
        let end = operations.count
        switch operations[index] {
        case .section(let path, _): operations[index] = .section(path: path, end: end)
        case .first(let path, _): operations[index] = .first(path: path, end: end)
        case .flag(let path, _): operations[index] = .flag(path: path, end: end)
        case .inverted(let path, _): operations[index] = .inverted(path: path, end: end)
        case .literal, .text, .html: return
        }
        lastSectionEnd = end
    }
}

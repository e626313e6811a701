import Diagnostics

/// The declared names that are visible at one point of a template, innermost context last.
struct NameScope {
    private enum Frame {
        case fields(ContextDeclaration.Fields)
        /// The section of a text or of HTML, which `{{.}}` prints.
        case single(ContextDeclaration.Field)
        case unchecked
    }

    enum Resolution: Equatable {
        case found(ContextDeclaration.Field)
        /// Inside a context whose names are not declared.
        case unchecked
        case unknown(nearest: String?)
    }

    private var frames: [Frame]

    init(_ fields: ContextDeclaration.Fields?) {
        frames = [fields.map { .fields($0) } ?? .unchecked]
    }

    func resolve(_ name: String) -> Resolution {
        find(name) ?? .unknown(nearest: closestMatch(to: name, in: visibleNames))
    }

    /// - Returns: nil for a name that no context has.
    func find(_ name: String) -> Resolution? {
        if name == "." { return resolveCurrent() }
        let path = name.split(separator: ".").map(String.init)
        for frame in frames.reversed() {
            switch frame {
            case .unchecked: return .unchecked
            case .single: continue
            case .fields(let fields):
                if let first = path.first, let field = fields[first] { return descend(field, path, known: first) }
            }
        }
        return nil
    }

    /// The list that `has_NAME` or `first_NAME` is about: these need not be given as values of their own.
    func list(of name: String, after prefix: String) -> (name: String, resolution: Resolution)? {
        guard name.hasPrefix(prefix) else { return nil }
        let list = String(name.dropFirst(prefix.count))
        guard let resolution = find(list), case .found(.list) = resolution else { return nil }
        return (list, resolution)
    }

    private func descend(_ field: ContextDeclaration.Field, _ path: [String], known: String) -> Resolution {
        var (field, known) = (field, known)
        for part in path.dropFirst() {
            if field == .open { return .unchecked }
            guard case .values(let inner) = field else { return .unknown(nearest: known) }
            guard let next = inner[part] else {
                return .unknown(nearest: closestMatch(to: part, in: inner.keys.sorted()).map { "\(known).\($0)" })
            }
            (field, known) = (next, "\(known).\(part)")
        }
        return .found(field)
    }

    private func resolveCurrent() -> Resolution {
        switch frames.last {
        case .single(let field): .found(field)
        case .fields(let fields): fields["."].map { .found($0) } ?? .unknown(nearest: nil)
        case .unchecked, nil: .unchecked
        }
    }

    private var visibleNames: [String] {
        frames.flatMap { frame -> [String] in
            guard case .fields(let fields) = frame else { return [] }
            return fields.keys.sorted()
        }
    }

    /// Opens the context of a section. Returns false for a flag, which opens none.
    mutating func open(_ resolution: Resolution) -> Bool {
        switch resolution {
        case .found(.bool): return false
        case .found(.list(let fields)), .found(.values(let fields)): frames.append(.fields(fields))
        case .found(let field) where field == .text || field == .html: frames.append(.single(field))
        case .found, .unchecked, .unknown: frames.append(.unchecked)
        }
        return true
    }

    mutating func close() {
        frames.removeLast()
    }
}

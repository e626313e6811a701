import HTMLEscaping

/// What a template may print or branch on: the only thing that passes from a site to its theme.
public enum TemplateValue: Sendable {
    /// Plain text; escaped when it is printed.
    case text(String)
    /// UTF-8 of finished HTML; printed as it stands.
    case html([UInt8])
    case bool(Bool)
    case list([TemplateValues])
    case values(TemplateValues)

    /// A list whose items are printed by `{{.}}`.
    public static func texts(_ items: [String]) -> TemplateValue {
        .list(items.map { [.current: .text($0)] })
    }

    /// Whether a section is rendered: false, empty text, empty HTML and an empty list are not.
    var isTruthy: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .html(let bytes): !bytes.isEmpty
        case .bool(let bool): bool
        case .list(let items): !items.isEmpty
        case .values: true
        }
    }

    /// The contexts that a section of it opens, one after the other. A flag opens none.
    var items: [TemplateValues] {
        switch self {
        case .list(let items): items
        case .values(let names): [names]
        case .text, .html: isTruthy ? [[.current: self]] : []
        case .bool: []
        }
    }

    /// The first item of a list.
    var firstItem: TemplateValues? {
        if case .list(let items) = self { items.first } else { nil }
    }

    /// What a dotted name leads to from here.
    func value(at names: ArraySlice<TemplateName>) -> TemplateValue? {
        var value = self
        for name in names {
            guard case .values(let fields) = value, let next = fields[name] else { return nil }
            value = next
        }
        return value
    }

    func appendEscaped(to output: inout [UInt8]) {
        switch self {
        case .text(let text): appendEscapedHTML(text, .all, to: &output)
        case .html(let bytes): appendEscapedHTML(bytes[...], .all, to: &output)
        case .bool(let bool): output.append(contentsOf: (bool ? "true" : "false").utf8)
        case .list, .values: break
        }
    }

    func appendRaw(to output: inout [UInt8]) {
        switch self {
        case .text(let text): output.append(contentsOf: text.utf8)
        case .html(let bytes): output.append(contentsOf: bytes)
        case .bool, .list, .values: appendEscaped(to: &output)
        }
    }
}

/// Values by name: what a template is given, or an item of a list. There are few, so they lie in a row.
public struct TemplateValues: Sendable, ExpressibleByDictionaryLiteral {
    private var pairs: [(TemplateName, TemplateValue)]
    /// What stands for names that `pairs` does not have; shared, not copied.
    private var base: [(TemplateName, TemplateValue)] = []

    public init(dictionaryLiteral pairs: (TemplateName, TemplateValue)...) {
        self.pairs = pairs
    }

    public init(_ pairs: some Sequence<(String, TemplateValue)>) {
        self.pairs = pairs.map { (TemplateName($0), $1) }
    }

    /// No values yet but those of `base`, for names that are given none.
    /// - Parameter capacity: how many there will be.
    public init(over base: TemplateValues, capacity: Int) {
        pairs = []
        pairs.reserveCapacity(capacity)
        self.base = base.all
    }

    /// The same values, and those of `base` for names that have none here.
    public func over(_ base: TemplateValues) -> TemplateValues {
        var values = self
        values.base = base.all
        return values
    }

    private var all: [(TemplateName, TemplateValue)] { base.isEmpty ? pairs : base + pairs }

    public subscript(name: TemplateName) -> TemplateValue? {
        get { pairs.last { $0.0 == name }?.1 ?? base.last { $0.0 == name }?.1 }
        set {
            let place = pairs.lastIndex { $0.0 == name }
            switch (place, newValue) {
            case (let place?, let value?): pairs[place].1 = value
            case (nil, let value?): pairs.append((name, value))
            case (let place?, nil): pairs.remove(at: place)
            case (nil, nil): break
            }
        }
    }

    /// Of names and their values, with those that another one hides.
    var count: Int { base.count + pairs.count }

    /// Of the names' numbers, -1 where there is no name.
    var highestNumber: Int {
        var highest = -1
        forEachNumber { number, _ in highest = max(highest, number) }
        return highest
    }

    /// Calls `body` with the number of each name and its place, a name behind those that it hides.
    @inline(__always)
    func forEachNumber(_ body: (Int, Int) -> Void) {
        base.withUnsafeBufferPointer { base in
            for place in base.indices { body(Int(base[place].0.number), place) }
        }
        pairs.withUnsafeBufferPointer { pairs in
            for place in pairs.indices { body(Int(pairs[place].0.number), base.count + place) }
        }
    }

    /// The value at a place that `forEachNumber` told.
    @inline(__always)
    func value(at place: Int) -> TemplateValue {
        place < base.count ? base[place].1 : pairs[place - base.count].1
    }

    /// Adds a value whose name has none yet.
    public mutating func add(_ name: TemplateName, _ value: TemplateValue) {
        pairs.append((name, value))
    }

    /// Adds values whose names have no value yet.
    public mutating func add(_ other: TemplateValues) {
        pairs.append(contentsOf: other.pairs)
    }

    /// Adds values, in the place of those that have the same names.
    public mutating func merge(_ other: TemplateValues) {
        for (name, value) in other.pairs { self[name] = value }
    }

    /// In the order of their names.
    var sorted: [(name: String, value: TemplateValue)] {
        let inherited = base.filter { (name, _) in !pairs.contains { $0.0 == name } }
        return (inherited + pairs).map { ($0.0.text, $0.1) }.sorted { $0.name < $1.name }
    }
}

/// The names that a generator gives to each template, so that a misspelt one is found when a theme is loaded.
public struct ContextDeclaration: Sendable {
    public typealias Fields = [String: Field]

    public indirect enum Field: Sendable, Equatable {
        case text, html, bool
        /// Items of this shape; a list of texts has the single name `.`.
        case list(Fields)
        case values(Fields)
        /// Values whose names are not known beforehand.
        case open
    }

    /// Template name → the names at its top level. A template under `directives/` that is not here is not checked.
    public var contexts: [String: Fields]
    /// What every other template is given, such as one that a site adds for a type of its own.
    public var fallback: Fields

    public init(contexts: [String: Fields], fallback: Fields = [:]) {
        self.contexts = contexts
        self.fallback = fallback
    }

    /// nil: anything goes.
    func fields(for template: String) -> Fields? {
        contexts[template] ?? (template.hasPrefix("directives/") ? nil : fallback)
    }
}

extension ContextDeclaration {
    /// Where `values` differ from what is declared for a template, such as `toc.id is missing`, sorted.
    ///
    /// For the tests of a generator: its contexts must be total.
    public func mismatches(of values: TemplateValues, in template: String) -> [String] {
        guard let fields = fields(for: template) else { return [] }
        return Self.mismatches(of: values, fields, path: "").sorted()
    }

    private static func mismatches(of values: TemplateValues, _ fields: Fields, path: String) -> [String] {
        let undeclared = values.sorted.filter { fields[$0.name] == nil }.map { "\(path)\($0.name) is not declared" }
        return undeclared
            + fields.flatMap { name, field in
                values[TemplateName(name)].map { mismatches(of: $0, field, path: path + name) } ?? [
                    "\(path)\(name) is missing"
                ]
            }
    }

    private static func mismatches(of value: TemplateValue, _ field: Field, path: String) -> [String] {
        switch (value, field) {
        case (.text, .text), (.html, .html), (.bool, .bool), (_, .open): []
        case (.values(let values), .values(let fields)): mismatches(of: values, fields, path: path + ".")
        case (.list(let items), .list(let fields)):
            Set(items.flatMap { mismatches(of: $0, fields, path: path + ".") }).sorted()
        default: ["\(path) is of another kind"]
        }
    }
}

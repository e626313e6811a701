public typealias TemplateValues = [String: TemplateValue]

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
    public static func texts(_ items: some Sequence<String>) -> TemplateValue {
        .list(items.map { [".": .text($0)] })
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
}

import Diagnostics
public import Markdown

/// Reads the declarations of content types: a map of ids, each with what differs from the type it changes.
public struct ContentTypeReader {
    public var reader = ValueReader()
    private let languages: [String]

    public init(languages: [String]) {
        self.languages = languages
    }

    /// - Parameter known: types that the declarations may change, by id.
    public mutating func read(_ value: YAMLValue, over known: [String: ContentType]) -> [String: ContentType] {
        var types = known
        for entry in reader.entries(value, "types") {
            guard Self.isID(entry.key) else {
                reader.report(
                    "bad-type-id", .error, "'\(entry.key)' is no id for a type", at: entry.location,
                    help: "use small letters, digits and hyphens")
                continue
            }
            var type = types[entry.key] ?? ContentType(id: entry.key)
            let keys = reader.entries(entry.value, entry.key)
            reader.reportUnknown(keys, known: Self.keys, where: "a type", severity: .error)
            for key in keys {
                set(key, of: &type)
                type.places[key.key] = key.value.location
            }
            types[entry.key] = type
        }
        return types
    }

    private static let keys = [
        "label", "plural", "summary", "folder", "template", "icon", "hue", "search_weight", "review_months", "required",
        "fields", "slides", "archetype",
    ]

    private mutating func set(_ entry: YAMLEntry, of type: inout ContentType) {
        let (name, value) = (entry.key, entry.value)
        switch name {
        case "label": type.label = reader.localized(value, name, languages: languages) ?? type.label
        case "plural": type.plural = reader.localized(value, name, languages: languages) ?? type.plural
        case "summary": type.summary = reader.localized(value, name, languages: languages) ?? type.summary
        case "folder": type.folder = folder(value) ?? type.folder
        case "template": type.template = reader.text(value, name) ?? type.template
        case "icon": type.icon = reader.text(value, name) ?? type.icon
        case "hue": type.hue = reader.text(value, name) ?? type.hue
        case "archetype": type.archetype = reader.text(value, name) ?? type.archetype
        case "search_weight": type.searchWeight = reader.number(value, name, in: 10...1000) ?? type.searchWeight
        case "review_months": type.reviewMonths = reader.number(value, name, in: 1...600) ?? type.reviewMonths
        case "slides": type.hasSlides = reader.boolean(value, name) ?? type.hasSlides
        case "required": type.required = required(value)
        case "fields": type.fields = fields(value, of: type)
        default: break
        }
    }

    private mutating func folder(_ value: YAMLValue) -> String? {
        guard let folder = reader.text(value, "folder") else { return nil }
        if !folder.isEmpty, !folder.hasPrefix("."), !folder.contains("/") { return folder }
        reader.report(
            "bad-folder", .error, "'\(folder)' is no top folder", at: value.location,
            help: "write a folder's name, such as notis")
        return nil
    }

    private mutating func required(_ value: YAMLValue) -> [String] {
        let names = reader.texts(value, "required")
        let known = Field.common.map(\.name)
        for name in names where !known.contains(name.value) {
            reader.report(
                "unknown-field", .error, "there is no common field '\(name.value)'", at: name.location,
                help: closestMatch(to: name.value, in: known).map { "did you mean '\($0)'?" })
        }
        return names.map(\.value)
    }

    private mutating func fields(_ value: YAMLValue, of type: ContentType) -> [Field] {
        var fields = type.fields
        for entry in reader.entries(value, "fields") {
            if Field.common.contains(where: { $0.name == entry.key }) {
                reader.report(
                    "reserved-field", .error, "every page has the field '\(entry.key)' already", at: entry.location,
                    help: "choose another name")
                continue
            }
            let field = field(entry)
            if let index = fields.firstIndex(where: { $0.name == field.name }) {
                fields[index] = field
            } else {
                fields.append(field)
            }
        }
        return fields
    }

    private mutating func field(_ entry: YAMLEntry) -> Field {
        var field = Field(entry.key, .text)
        let keys = reader.entries(entry.value, entry.key)
        reader.reportUnknown(
            keys, known: ["kind", "required", "shown", "label", "choices"], where: "a field", severity: .error)
        for key in keys {
            switch key.key {
            case "kind": field.kind = kind(key.value)
            case "required": field.isRequired = reader.boolean(key.value, key.key) ?? false
            case "shown": field.isShown = reader.boolean(key.value, key.key) ?? true
            case "label": field.label = reader.localized(key.value, key.key, languages: languages) ?? field.label
            case "choices": field.choices = reader.texts(key.value, key.key).map(\.value)
            default: break
            }
        }
        return field
    }

    private mutating func kind(_ value: YAMLValue) -> Field.Kind {
        guard let name = reader.text(value, "kind") else { return .text }
        if let kind = Field.Kind(rawValue: name), kind != .answer { return kind }
        let kinds = Field.Kind.allCases.filter { $0 != .answer }.map(\.rawValue)
        reader.report(
            "unknown-kind", .error, "there is no kind of field '\(name)'", at: value.location,
            help: "kinds are \(kinds.joined(separator: ", "))")
        return .text
    }

    private static func isID(_ id: String) -> Bool {
        !id.isEmpty && id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}

public import Diagnostics

/// A value of a YAML document with its place. Scalars stay text: what they mean is for the schema to say.
public struct YAMLValue: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        case null
        case scalar(String)
        case list([YAMLValue])
        case map([YAMLEntry])
    }

    public var content: Content
    public var location: SourceLocation

    public init(_ content: Content, at location: SourceLocation) {
        self.content = content
        self.location = location
    }

    public var text: String? {
        if case .scalar(let text) = content { text } else { nil }
    }

    public var list: [YAMLValue]? {
        if case .list(let items) = content { items } else { nil }
    }

    public var map: [YAMLEntry]? {
        if case .map(let entries) = content { entries } else { nil }
    }

    public var isNull: Bool { content == .null }

    /// The value of a map's key.
    public subscript(key: String) -> YAMLValue? {
        map?.first { $0.key == key }?.value
    }

    /// What the value is, for a message: `a list`, `text`.
    public var kindName: String {
        switch content {
        case .null: "nothing"
        case .scalar: "text"
        case .list: "a list"
        case .map: "a map"
        }
    }
}

/// A key of a map and its value.
public struct YAMLEntry: Sendable, Hashable {
    public var key: String
    public var location: SourceLocation
    public var value: YAMLValue

    public init(key: String, at location: SourceLocation, value: YAMLValue) {
        self.key = key
        self.location = location
        self.value = value
    }
}

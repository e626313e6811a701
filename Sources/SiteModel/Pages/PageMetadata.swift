public import Diagnostics

/// What a page says of itself in its front matter, checked against its type.
public struct PageMetadata: Sendable {
    public var title: String?
    /// Inline Markdown.
    public var summary: String?
    public var summaryLocation: SourceLocation?
    public var owner: String?
    public var sources: [String] = []
    public var reviewed: CalendarDay?
    public var reviewMonths: Int?
    public var tags: [Located<String>] = []
    public var channels: [String] = []
    public var aliases: [Located<String>] = []
    public var keywords: [String] = []
    public var asks: [Located<String>] = []
    public var answer: Answer?
    public var isDraft = false
    /// In search, mildly: 100 is neutral.
    public var weight = 100
    /// Place among the pages of its folder; pages without one follow by title.
    public var order: Int?
    public var supersededBy: Located<String>?
    /// Values of the type's own fields, in the type's order.
    public var fields: [FieldValue] = []
    /// First line of the body in its file.
    public var bodyLine = 1

    public init() {}

    /// How long the page takes, where its type asks for it.
    public var minutes: Int? { fields.first { $0.field.name == "minutes" }.flatMap { Int($0.text) } }

    /// The day until which the page may be trusted.
    public var due: CalendarDay? {
        guard let reviewed, let reviewMonths else { return nil }
        return reviewed.adding(months: reviewMonths)
    }
}

/// A value and where it was written.
public struct Located<Value: Sendable & Hashable>: Sendable, Hashable {
    public var value: Value
    public var location: SourceLocation

    public init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }
}

/// A value of a type's own field.
public struct FieldValue: Sendable {
    public var field: Field
    /// Inline Markdown, or a date or number as written.
    public var text: String
    public var location: SourceLocation

    public init(field: Field, text: String, location: SourceLocation) {
        self.field = field
        self.text = text
        self.location = location
    }
}

/// What an officer needs while the customer waits; each part is inline Markdown.
public struct Answer: Sendable {
    public enum Part: String, CaseIterable, Sendable {
        case say, `do`, ask, time, form, refer
    }

    public var parts: [(part: Part, text: Located<String>)] = []

    public init() {}

    public subscript(part: Part) -> Located<String>? {
        parts.first { $0.part == part }?.text
    }
}

public import Diagnostics

/// A kind of page as the site declares it in YAML: its fields, its words, its place in search.
public struct ContentType: Sendable, Equatable {
    public var id: String
    /// One page of the type, by language.
    public var label: LocalizedText
    /// Its pages together, by language.
    public var plural: LocalizedText
    /// One line that says what it is, by language.
    public var summary: LocalizedText
    /// Top folder whose pages are of this type when they do not name one.
    public var folder: String
    /// Name of the template that draws the page.
    public var template: String
    /// Name of the theme's icon.
    public var icon: String
    /// Name of the theme's hue.
    public var hue: String
    /// In search, mildly: 100 is neutral.
    public var searchWeight: Int
    /// Months between reviews of a page that does not say.
    public var reviewMonths: Int?
    /// The type's own fields, in the order in which the page shows them.
    public var fields: [Field]
    /// Names of the common fields that a page of this type must have to be trusted.
    public var required: [String]
    /// Whether its pages can be shown as slides.
    public var hasSlides: Bool
    /// Markdown that `panduan new` starts a page with.
    public var archetype: String
    /// Where each key was last declared.
    public var places: [String: SourceLocation]

    public init(id: String) {
        self.id = id
        label = LocalizedText(id)
        plural = LocalizedText(id)
        summary = LocalizedText("")
        folder = id
        template = "page"
        icon = "halaman"
        hue = "neutral"
        searchWeight = 100
        reviewMonths = nil
        fields = []
        required = []
        hasSlides = false
        archetype = ""
        places = [:]
    }
}

/// One key of the front matter.
public struct Field: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case text, markdown, number, boolean, date, list, page, answer
    }

    public var name: String
    public var kind: Kind
    public var isRequired: Bool
    /// Whether the page shows it in its list of facts.
    public var isShown: Bool
    public var label: LocalizedText
    /// The only values allowed, or empty.
    public var choices: [String]

    public init(
        _ name: String, _ kind: Kind, required: Bool = false, shown: Bool = true, label: LocalizedText? = nil,
        choices: [String] = []
    ) {
        self.name = name
        self.kind = kind
        isRequired = required
        isShown = shown
        self.label = label ?? LocalizedText(name)
        self.choices = choices
    }

    /// The fields that every page may have.
    public static let common: [Field] = [
        Field("title", .text), Field("summary", .markdown), Field("type", .text), Field("owner", .text),
        Field("sources", .list), Field("reviewed", .date), Field("review_months", .number), Field("tags", .list),
        Field("channels", .list), Field("aliases", .list), Field("keywords", .list), Field("asks", .list),
        Field("answer", .answer), Field("draft", .boolean), Field("weight", .number), Field("order", .number),
        Field("superseded_by", .page),
    ]
}

/// A text in the site's languages. A text written once stands for all of them.
public struct LocalizedText: Sendable, Equatable {
    private var texts: [String: String]
    private var fallback: String

    public init(_ text: String) {
        texts = [:]
        fallback = text
    }

    public init(_ texts: [String: String], languages: [String]) {
        self.texts = texts
        fallback = languages.lazy.compactMap { texts[$0] }.first ?? texts.min { $0.key < $1.key }?.value ?? ""
    }

    public subscript(language: String) -> String {
        texts[language] ?? fallback
    }

    public var isEmpty: Bool { texts.isEmpty && fallback.isEmpty }
}

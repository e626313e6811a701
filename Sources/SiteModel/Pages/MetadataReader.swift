public import Diagnostics
public import Markdown

/// Reads a page's front matter and checks it against the page's type.
public struct MetadataReader {
    /// How a page has front matter.
    public enum Form: Sendable {
        case written, none, unreadable
    }

    private var reader = ValueReader()

    /// - Parameters:
    ///   - file: the page's, for what is missing from it.
    ///   - form: what there is to be read; where it could not be read, nothing can be said to be missing.
    /// - Returns: the metadata, and the type that it makes the page.
    public static func read(
        _ value: YAMLValue?, address: PageAddress, file: String, configuration: SiteConfiguration,
        form: Form = .written, diagnostics: inout [Diagnostic]
    ) -> (PageMetadata, ContentType?) {
        var reader = MetadataReader()
        let result = reader.read(
            value, address: address, file: file, configuration, form: address.isIndex ? .unreadable : form)
        diagnostics += reader.reader.diagnostics
        return result
    }

    private mutating func read(
        _ value: YAMLValue?, address: PageAddress, file: String, _ configuration: SiteConfiguration,
        form: Form
    ) -> (PageMetadata, ContentType?) {
        var metadata = PageMetadata()
        let entries = value.map { reader.entries($0, "front matter") } ?? []
        let type = type(entries, address: address, configuration)
        var written: [FieldValue] = []
        var unknown: [YAMLEntry] = []
        for entry in entries {
            if set(entry, of: &metadata) { continue }
            if let field = type?.fields.first(where: { $0.name == entry.key }) {
                if let value = fieldValue(entry, field) { written.append(value) }
            } else {
                unknown.append(entry)
            }
        }
        if !unknown.isEmpty {
            let known = Field.common.map(\.name) + (type?.fields.map(\.name) ?? [])
            reader.reportUnknown(unknown, known: known, where: type.map { "a page of type '\($0.id)'" } ?? "a page")
        }
        if !written.isEmpty {
            let order = type?.fields.map(\.name) ?? []
            metadata.fields = order.compactMap { name in written.first { $0.field.name == name } }
        }
        metadata.reviewMonths = metadata.reviewMonths ?? type?.reviewMonths ?? Self.reviewMonths
        switch form {
        case .written: reportMissing(entries, type, file)
        case .none: reportNoFrontMatter(type, file)
        case .unreadable: break
        }
        return (metadata, type)
    }

    /// Months between reviews where neither the page nor its type says.
    private static let reviewMonths = 12

    private static let commonNames = Set(Field.common.map(\.name))

    private mutating func type(
        _ entries: [YAMLEntry], address: PageAddress, _ configuration: SiteConfiguration
    ) -> ContentType? {
        if let entry = entries.first(where: { $0.key == "type" }), let id = reader.text(entry.value, "type") {
            if let type = configuration.types[id] { return type }
            let known = configuration.types.keys.sorted()
            reader.report(
                "unknown-type", .warning, "there is no content type '\(id)'", at: entry.value.location,
                help: closestMatch(to: id, in: known).map { "did you mean '\($0)'?" }
                    ?? "types are \(known.joined(separator: ", "))")
            return nil
        }
        return address.topFolder.flatMap(configuration.type(ofFolder:))
    }

    /// - Returns: false when the key is none of those that every page may have.
    private mutating func set(_ entry: YAMLEntry, of metadata: inout PageMetadata) -> Bool {
        let (name, value) = (entry.key, entry.value)
        if value.isNull { return Self.commonNames.contains(name) }
        switch name {
        case "title": metadata.title = reader.text(value, name).flatMap { $0.isEmpty ? nil : $0 }
        case "summary":
            metadata.summary = reader.text(value, name)
            metadata.summaryLocation = value.location
        case "owner": metadata.owner = reader.text(value, name)
        case "sources": metadata.sources = reader.texts(value, name).map(\.value)
        case "reviewed": metadata.reviewed = reader.day(value, name)
        case "review_months": metadata.reviewMonths = reader.number(value, name, in: 1...600)
        case "tags": metadata.tags = reader.words(value, name)
        case "channels": metadata.channels = reader.words(value, name).map(\.value)
        case "aliases": metadata.aliases = reader.words(value, name)
        case "keywords": metadata.keywords = reader.words(value, name).map(\.value)
        case "asks": metadata.asks = reader.texts(value, name)
        case "answer": metadata.answer = answer(value)
        case "draft": metadata.isDraft = reader.boolean(value, name) ?? false
        case "weight": metadata.weight = reader.number(value, name, in: 10...1000) ?? 100
        case "order": metadata.order = reader.number(value, name, in: 0...1_000_000)
        case "superseded_by": metadata.supersededBy = reader.text(value, name).map { Located($0, at: value.location) }
        default: return Self.commonNames.contains(name)
        }
        return true
    }

    private mutating func answer(_ value: YAMLValue) -> Answer? {
        let entries = reader.entries(value, "answer")
        reader.reportUnknown(entries, known: Answer.Part.allCases.map(\.rawValue), where: "an answer")
        var answer = Answer()
        for part in Answer.Part.allCases {
            guard let entry = entries.first(where: { $0.key == part.rawValue }), !entry.value.isNull,
                let text = reader.text(entry.value, entry.key)
            else { continue }
            answer.parts.append((part, Located(text, at: entry.value.location)))
        }
        return answer.parts.isEmpty ? nil : answer
    }

    private mutating func fieldValue(_ entry: YAMLEntry, _ field: Field) -> FieldValue? {
        let value = entry.value
        if value.isNull { return nil }
        var text: String?
        switch field.kind {
        case .text, .markdown, .page: text = reader.text(value, field.name)
        case .number: text = reader.number(value, field.name, in: 0...1_000_000_000).map(String.init)
        case .boolean: text = reader.boolean(value, field.name).map(String.init)
        case .date: text = reader.day(value, field.name)?.iso
        case .list: text = reader.texts(value, field.name).map { "- " + $0.value }.joined(separator: "\n")
        case .answer: text = nil
        }
        guard let text else { return nil }
        if !field.choices.isEmpty, !field.choices.contains(text) {
            reader.report(
                "wrong-choice", .error, "'\(field.name)' cannot be '\(text)'", at: value.location,
                help: closestMatch(to: text, in: field.choices).map { "did you mean '\($0)'?" }
                    ?? "choose one of \(field.choices.joined(separator: ", "))")
        }
        return FieldValue(field: field, text: text, location: value.location)
    }

    /// A field that a page should have, and what is said of a page without it.
    private struct Wanted {
        let name: String
        let message: String
        let help: String
        /// What to write where the field is there and says nothing.
        let content: String

        init(_ name: String, content: String = "write it") {
            self.name = name
            message = "the page has no '\(name)'"
            help = "add '\(name):' to its front matter"
            self.content = content
        }
    }

    /// What every page is trusted by. Many pages lack the same: they share its words.
    private static let trusted = [
        Wanted(
            "owner", content: "write the role that answers for the page, such as Ketua Unit Khidmat Pelanggan"),
        Wanted("sources", content: "write what the page rests on, such as a circular's number, or 'amalan baik'"),
        Wanted(
            "reviewed",
            content: "write the day on which the page was last read against its sources, as YYYY-MM-DD"),
    ]

    /// A page without these is worth less trust; it may still be read.
    private mutating func reportMissing(_ entries: [YAMLEntry], _ type: ContentType?, _ file: String) {
        for field in Self.trusted { report(field, ifMissingFrom: entries, file) }
        for name in Self.ownNames(type) { report(Wanted(name), ifMissingFrom: entries, file) }
    }

    private mutating func report(_ field: Wanted, ifMissingFrom entries: [YAMLEntry], _ file: String) {
        guard let entry = entries.first(where: { $0.key == field.name }) else {
            let start = SourceLocation(file: file, line: 1, column: 1)
            reader.report("missing-field", .warning, field.message, at: start, help: field.help)
            return
        }
        guard Self.isEmpty(entry.value) else { return }
        reader.report("missing-field", .warning, "'\(field.name)' is empty", at: entry.location, help: field.content)
    }

    private mutating func reportNoFrontMatter(_ type: ContentType?, _ file: String) {
        let keys = (Self.trusted.map(\.name) + Self.ownNames(type)).map { "'\($0):'" }.joined(separator: ", ")
        reader.report(
            "missing-field", .warning, "the page has no front matter",
            at: SourceLocation(file: file, line: 1, column: 1),
            help: "begin the file with a line '---', then \(keys), then '---' again")
    }

    /// What a type asks of its pages beyond what every page is asked.
    private static func ownNames(_ type: ContentType?) -> [String] {
        guard let type else { return [] }
        let names = type.required + type.fields.lazy.filter(\.isRequired).map(\.name)
        return names.filter { name in !trusted.contains { $0.name == name } }
    }

    /// `owner:`, `owner: ""` and `sources: []` say as little as no key at all.
    private static func isEmpty(_ value: YAMLValue) -> Bool {
        value.isNull || value.text.map(isBlank) == true || value.list?.allSatisfy(isEmpty) == true
            || value.map?.isEmpty == true
    }

    private static func isBlank(_ text: String) -> Bool {
        // Taken apart into characters only where the first byte does not tell.
        if let first = text.utf8.first, first > 0x20, first < 0x80 { return false }
        return text.allSatisfy(\.isWhitespace)
    }
}

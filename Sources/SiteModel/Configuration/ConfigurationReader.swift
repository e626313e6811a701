public import Diagnostics
public import Markdown

/// Reads `site.yml` into what the site means by it.
public enum ConfigurationReader {
    private static let file = "site.yml"

    /// - Parameters:
    ///   - value: of the file, nil where there is none or it is empty.
    ///   - types: that come with Panduan, by id.
    ///   - languagesFound: in which the site has pages, for a site that does not say.
    public static func read(
        _ value: YAMLValue?, types: YAMLValue?, languagesFound: [String], diagnostics: inout [Diagnostic]
    ) -> SiteConfiguration {
        var reader = ValueReader()
        var configuration = SiteConfiguration()
        let entries = value.map { reader.entries($0, file) } ?? []
        reader.reportUnknown(entries, known: keys, where: file, severity: .error)
        configuration.languages = languages(entries, found: languagesFound, &reader)
        if let entry = entries.first(where: { $0.key == "languages" }) {
            configuration.languagesLocation = entry.value.location
        }
        var typeReader = ContentTypeReader(languages: configuration.languages)
        if let types { configuration.types = typeReader.read(types, over: [:]) }
        for entry in entries { set(entry, of: &configuration, &reader, &typeReader) }
        reportSharedFolders(configuration.types, &reader)
        diagnostics += reader.diagnostics + typeReader.reader.diagnostics
        return configuration
    }

    private static let keys = [
        "title", "languages", "base_url", "theme", "types", "navigation", "pinned", "pins", "variables", "allow_html",
        "site_id",
    ]

    private static func languages(
        _ entries: [YAMLEntry], found: [String], _ reader: inout ValueReader
    ) -> [String] {
        guard let entry = entries.first(where: { $0.key == "languages" }) else { return found }
        var languages: [String] = []
        if entry.value.isNull || entry.value.list?.isEmpty ?? false {
            reader.report(
                "empty-languages", .warning, "'languages' is empty", at: entry.value.location,
                help: "write codes such as [ms, en], or take the line out")
        }
        for name in reader.texts(entry.value, entry.key) {
            if isLanguageCode(name.value), !languages.contains(name.value) {
                languages.append(name.value)
            } else {
                reader.report(
                    "bad-language", .error, "'\(name.value)' is no language code, or stands here twice",
                    at: name.location, help: "write codes such as ms, en")
            }
        }
        return languages.isEmpty ? found : languages
    }

    /// Whether the name can be that of a language and of its folder: `ms`, `en`, `zh-hant`.
    private static func isLanguageCode(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isFolderOfOurs = ["assets", "search", "tag", "jenis"].contains(name)
        return !isFolderOfOurs
            && parts.allSatisfy { part in
                (2...8).contains(part.count) && part.allSatisfy { (97...122).contains($0) }
            }
    }

    private static func set(
        _ entry: YAMLEntry, of configuration: inout SiteConfiguration, _ reader: inout ValueReader,
        _ typeReader: inout ContentTypeReader
    ) {
        let (name, value) = (entry.key, entry.value)
        switch name {
        case "title":
            configuration.title =
                reader.localized(value, name, languages: configuration.languages) ?? configuration.title
        case "base_url": configuration.baseURL = baseURL(value, &reader)
        case "theme": configuration.theme = themeName(value, &reader) ?? configuration.theme
        case "types": configuration.types = typeReader.read(value, over: configuration.types)
        case "navigation": configuration.navigation = reader.texts(value, name)
        case "pinned": configuration.pinned = reader.texts(value, name)
        case "pins":
            for pin in reader.entries(value, name) {
                configuration.pins.append((pin.key, reader.texts(pin.value, pin.key)))
            }
        case "variables":
            for variable in reader.entries(value, name) {
                configuration.variables[variable.key] = reader.localized(
                    variable.value, variable.key, languages: configuration.languages)
            }
        case "allow_html": configuration.allowsRawHTML = reader.boolean(value, name) ?? false
        case "site_id": configuration.siteID = reader.text(value, name) ?? configuration.siteID
        default: break
        }
    }

    /// A folder makes its pages one type: another that names it too gets none of them.
    private static func reportSharedFolders(_ types: [String: ContentType], _ reader: inout ValueReader) {
        func place(_ type: ContentType) -> SourceLocation? {
            type.places["folder"].flatMap { $0.file == file ? $0 : nil }
        }
        let written = types.values.compactMap { type in place(type).map { (type: type, place: $0) } }
            .sorted { $0.place < $1.place }
        for (index, entry) in written.enumerated() {
            let later = written[index...].map(\.type.id)
            let others = types.values.filter { $0.folder == entry.type.folder && !later.contains($0.id) }
            guard let other = others.map(\.id).min() else { continue }
            reader.report(
                "shared-folder", .warning, "the folder '\(entry.type.folder)' is that of the type '\(other)' already",
                at: entry.place,
                help: "name another, or a page in it says which of the two it is: 'type: \(entry.type.id)'")
        }
    }

    private static func baseURL(_ value: YAMLValue, _ reader: inout ValueReader) -> String? {
        guard let url = reader.text(value, "base_url") else { return nil }
        let host = ["https://", "http://"].first(where: url.hasPrefix).map { url.dropFirst($0.utf8.count) } ?? ""
        guard !host.isEmpty, host.first != "/", !url.contains(where: \.isWhitespace) else {
            reader.report(
                "bad-base-url", .error, "'\(url)' is no address for the sitemap", at: value.location,
                help: "write it whole: https://panduan.contoh.gov.my/")
            return nil
        }
        return url.hasSuffix("/") ? url : url + "/"
    }

    private static func themeName(_ value: YAMLValue, _ reader: inout ValueReader) -> Located<String>? {
        guard let name = reader.text(value, "theme") else { return nil }
        if !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") {
            return Located(name, at: value.location)
        }
        reader.report(
            "bad-theme", .error, "'\(name)' is no theme's name", at: value.location,
            help: "write the name of a folder in themes/")
        return nil
    }
}

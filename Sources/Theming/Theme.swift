public import Diagnostics

/// A theme, loaded and checked: compiled templates, interface words, icons and assets.
public struct Theme: Sendable {
    /// Language → template → operations.
    private let templates: [String: [String: Template]]
    private let words: [String: [String: String]]
    private let icons: [String: [UInt8]]
    /// Files to publish, by path under `assets`, sorted; with a `strings-LANGUAGE.js` for each language.
    public let assets: [(path: String, bytes: [UInt8])]
    /// Ids that its templates write out, which no heading may have too.
    public let ids: Set<String>
    /// Languages that the theme speaks, sorted.
    public var languages: [String] { words.keys.sorted() }

    /// Compiles a theme.
    ///
    /// - Parameter files: path in the theme → bytes; a site's own files already laid over them.
    /// - Parameter declared: the names that each template is given; every name that a template uses is checked.
    public static func load(
        files: [String: [UInt8]], declared: ContextDeclaration, diagnostics: inout [Diagnostic]
    ) -> Theme {
        var loader = ThemeLoader(files: files)
        let theme = loader.load(declared)
        diagnostics += loader.diagnostics.inReadingOrder()
        return theme
    }

    init(
        templates: [String: [String: Template]], words: [String: [String: String]], icons: [String: [UInt8]],
        assets: [(path: String, bytes: [UInt8])], ids: Set<String>
    ) {
        self.templates = templates
        self.words = words
        self.icons = icons
        self.assets = assets
        self.ids = ids
    }

    public func hasTemplate(_ name: String) -> Bool {
        templates.values.contains { $0[name] != nil }
    }

    /// Appends a template in one language, `t.…` being that language's words.
    ///
    /// A language that the theme does not speak gets the first that it does; an unknown template appends nothing.
    /// - Parameter base: what stands for names that `values` do not have.
    public func render(
        _ name: String, language: String = "", _ values: TemplateValues, over base: TemplateValues = [:],
        to output: inout [UInt8]
    ) {
        guard let template = template(name, language) else { return }
        var renderer = TemplateRenderer(template, values, over: base)
        renderer.render(to: &output)
    }

    /// A template that is drawn many times with the same values for some of its names, for as much as is worth to be
    /// done but once.
    ///
    /// What it draws is what `render` draws with `known` as its base.
    public func template(_ name: String, language: String, appliedTo known: TemplateValues) -> AppliedTemplate {
        AppliedTemplate(template(name, language) ?? Template(), to: known)
    }

    private func template(_ name: String, _ language: String) -> Template? {
        (templates[language] ?? templates[languages.first ?? ""])?[name]
    }

    /// The words of a language by key; empty for a language that the theme does not speak.
    public func strings(for language: String) -> [String: String] {
        words[language] ?? [:]
    }

    /// The words in a theme's file of one language, without the theme; what is no entry is left out.
    public static func strings(in file: [UInt8]) -> [String: String] {
        var ignored: [Diagnostic] = []
        return StringsFile(file: "", source: file, diagnostics: &ignored).strings
    }

    /// An `svg` element to stand inside a page; empty when there is no such icon.
    public func icon(_ name: String) -> [UInt8] {
        icons[name] ?? []
    }

    /// The name under which templates know an asset: `panduan.css` is `{{asset.panduan_css}}`.
    public static func assetKey(_ path: String) -> String {
        String(path.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }
}

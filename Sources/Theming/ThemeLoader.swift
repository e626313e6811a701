import Diagnostics

/// Reads the folders of a theme into its parts and checks that they belong together.
struct ThemeLoader {
    private let files: [String: [UInt8]]
    private(set) var diagnostics: [Diagnostic] = []

    init(files: [String: [UInt8]]) {
        self.files = files
    }

    mutating func load(_ declared: ContextDeclaration) -> Theme {
        let words = loadStrings()
        let icons = named(in: "icons/", ending: ".svg").mapValues { Icon.inline($0.bytes) }
        let assets = loadAssets(words)
        let sources = loadSources()
        let contexts = declared.knowing(assets: assets.map { Theme.assetKey($0.path) })
        for name in declared.contexts.keys where sources[name] == nil {
            diagnostics.append(
                Diagnostic(
                    "missing-template", .error, "the theme has no template '\(name)'",
                    at: SourceLocation(file: "templates/\(name).mustache")))
        }
        let templates = words.mapValues { compile(sources, $0, icons, contexts) }
        return Theme(templates: templates, words: words, icons: icons, assets: assets, ids: ids(sources))
    }

    /// The ids that the templates write out.
    private func ids(_ sources: [String: TemplateCompiler.Source]) -> Set<String> {
        let attribute = Array(" id=\"".utf8)
        var ids: Set<String> = []
        for source in sources.values {
            for start in source.bytes.indices where source.bytes[start] == attribute[0] {
                let rest = source.bytes[start...]
                guard rest.starts(with: attribute) else { continue }
                ids.insert(
                    String(decoding: rest.dropFirst(attribute.count).prefix { $0 != attribute[4] }, as: UTF8.self))
            }
        }
        return ids
    }

    private func named(in folder: String, ending: String) -> [String: (file: String, bytes: [UInt8])] {
        var result: [String: (file: String, bytes: [UInt8])] = [:]
        for (path, bytes) in files where path.hasPrefix(folder) && path.hasSuffix(ending) {
            result[String(path.dropFirst(folder.count).dropLast(ending.count))] = (path, bytes)
        }
        return result
    }

    private mutating func loadSources() -> [String: TemplateCompiler.Source] {
        named(in: "templates/", ending: ".mustache").mapValues { file, bytes in
            var scanner = TemplateScanner(file: file, source: bytes)
            let tokens = scanner.scan(diagnostics: &diagnostics)
            return TemplateCompiler.Source(file: file, bytes: bytes, tokens: tokens)
        }
    }

    private mutating func compile(
        _ sources: [String: TemplateCompiler.Source], _ strings: [String: String], _ icons: [String: [UInt8]],
        _ declared: ContextDeclaration
    ) -> [String: Template] {
        var compiler = TemplateCompiler(sources: sources, strings: strings, icons: icons)
        var templates: [String: Template] = [:]
        // What a partial may name depends on who includes it, so partials are checked there.
        for name in sources.keys.sorted() where !name.hasPrefix("partials/") || declared.contexts[name] != nil {
            templates[name] = compiler.compile(name, fields: declared.fields(for: name))
        }
        diagnostics += compiler.diagnostics
        return templates
    }

    private mutating func loadStrings() -> [String: [String: String]] {
        let sources = named(in: "strings/", ending: ".yml")
        let words = sources.mapValues { file, bytes in
            StringsFile(file: file, source: bytes, diagnostics: &diagnostics).strings
        }
        let keys = Set(words.values.flatMap(\.keys))
        for (language, strings) in words {
            for key in keys where strings[key] == nil {
                let location = SourceLocation(file: sources[language]?.file ?? language)
                diagnostics.append(
                    Diagnostic("missing-string", .error, "'\(key)' has no text in this language", at: location))
            }
        }
        return words
    }

    private func loadAssets(_ words: [String: [String: String]]) -> [(path: String, bytes: [UInt8])] {
        let folder = "assets/"
        let copied = files.filter { $0.key.hasPrefix(folder) }.map { ($0.key.dropFirst(folder.count), $0.value) }
        let scripts = words.flatMap { language, strings in
            [
                (path: "strings-\(language).js", bytes: StringsFile.script(strings, prefix: "js_", "panduanStrings")),
                ("training-\(language).js", StringsFile.script(strings, prefix: "training_", "panduanTraining")),
            ]
        }
        return (copied.map { (path: String($0.0), bytes: $0.1) } + scripts).sorted { $0.path < $1.path }
    }
}

extension ContextDeclaration {
    /// Closes the open value `asset` to the files that a theme has.
    fileprivate func knowing(assets: [String]) -> ContextDeclaration {
        let names = Dictionary(assets.map { ($0, Field.text) }) { first, _ in first }
        var result = self
        result.contexts = contexts.mapValues { $0["asset"] == nil ? $0 : $0.merging(["asset": .values(names)]) { $1 } }
        if fallback["asset"] != nil { result.fallback["asset"] = .values(names) }
        return result
    }
}

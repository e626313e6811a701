import Diagnostics

/// Turns scanned templates into operations for one language: partials are set in, interface strings and icons become
/// literal text, and every other name is checked against what the context declares.
struct TemplateCompiler {
    /// A template's scanned source. The name is its path under `templates`, without the ending.
    struct Source {
        var file: String
        var bytes: [UInt8]
        var tokens: [TemplateToken]
    }

    let sources: [String: Source]
    let strings: [String: String]
    let icons: [String: [UInt8]]
    var diagnostics: [Diagnostic] = []

    private var template = Template()
    var scope = NameScope(nil)
    private var including: [String] = []
    private var isAtLineStart = true

    init(sources: [String: Source], strings: [String: String], icons: [String: [UInt8]]) {
        self.sources = sources
        self.strings = strings
        self.icons = icons
    }

    mutating func compile(_ name: String, fields: ContextDeclaration.Fields?) -> Template {
        template = Template()
        scope = NameScope(fields)
        isAtLineStart = true
        include(name)
        return template
    }

    private struct OpenSection {
        var name: String
        var operation: Int
        var hasContext: Bool
        var token: TemplateToken
    }

    private mutating func include(_ name: String) {
        guard let source = sources[name] else { return }
        including.append(name)
        var open: [OpenSection] = []
        for token in source.tokens { compile(token, source, &open) }
        while let section = open.popLast() {
            report(
                "unclosed-section", "section '\(section.name)' is never closed", section.token, source,
                help: "write {{/\(section.name)}} where it ends")
            close(section)
        }
        including.removeLast()
    }

    private mutating func compile(_ token: TemplateToken, _ source: Source, _ open: inout [OpenSection]) {
        switch token.kind {
        case .literal(let range): append(literal: source.bytes[range])
        case .comment: break
        case .text(let name): compileValue(name, isHTML: false, token, source)
        case .html(let name): compileValue(name, isHTML: true, token, source)
        case .section(let name): open.append(openSection(name, inverted: false, token, source))
        case .inverted(let name): open.append(openSection(name, inverted: true, token, source))
        case .end(let name): closeSection(name, token, source, &open)
        case .partial(let name): compilePartial(name, token, source)
        }
    }

    /// A template's indentation is for its author: runs of white space that start a line are not written.
    private mutating func append(literal: ArraySlice<UInt8>) {
        var kept: [UInt8] = []
        for byte in literal {
            let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
            if isAtLineStart && isSpace || byte == UInt8(ascii: "\r") { continue }
            kept.append(byte)
            isAtLineStart = byte == UInt8(ascii: "\n")
        }
        template.append(literal: kept)
    }

    private mutating func compileValue(_ name: String, isHTML: Bool, _ token: TemplateToken, _ source: Source) {
        isAtLineStart = false
        if let constant = constant(name, isHTML: isHTML, token, source) {
            template.append(literal: constant)
            return
        }
        check(scope.resolve(name), name, isHTML: isHTML, token, source)
        template.append(isHTML ? .html : .text, path: template.pathIndex(name))
    }

    private mutating func openSection(
        _ name: String, inverted: Bool, _ token: TemplateToken, _ source: Source
    ) -> OpenSection {
        if scope.find(name) == nil, let section = openDerivedSection(name, inverted: inverted, token) { return section }
        let resolution = scope.resolve(name)
        if case .unknown(let nearest) = resolution { reportUnknown(name, nearest, token, source) }
        let hasContext = inverted ? false : scope.open(resolution)
        let kind: Template.Operation.Kind = inverted ? .inverted : hasContext ? .section : .flag
        let start = template.append(kind, path: template.pathIndex(name))
        return OpenSection(name: name, operation: start, hasContext: hasContext, token: token)
    }

    /// `has_LIST` and `first_LIST`, which every list brings with it.
    private mutating func openDerivedSection(
        _ name: String, inverted: Bool, _ token: TemplateToken
    ) -> OpenSection? {
        if let list = scope.list(of: name, after: "has_") {
            let start = template.append(inverted ? .inverted : .flag, path: template.pathIndex(list.name))
            return OpenSection(name: name, operation: start, hasContext: false, token: token)
        }
        guard !inverted, let list = scope.list(of: name, after: "first_") else { return nil }
        let start = template.append(.first, path: template.pathIndex(list.name))
        return OpenSection(name: name, operation: start, hasContext: scope.open(list.resolution), token: token)
    }

    private mutating func closeSection(
        _ name: String, _ token: TemplateToken, _ source: Source, _ open: inout [OpenSection]
    ) {
        guard let section = open.last, section.name == name else {
            report(
                "stray-section-end", "'{{/\(name)}}' closes no open section", token, source,
                help: open.last.map { "the open section is '\($0.name)'" })
            return
        }
        open.removeLast()
        close(section)
    }

    private mutating func close(_ section: OpenSection) {
        if section.hasContext { scope.close() }
        template.closeSection(at: section.operation)
    }

    private mutating func compilePartial(_ name: String, _ token: TemplateToken, _ source: Source) {
        if sources[name] == nil {
            let nearest = closestMatch(to: name, in: sources.keys.sorted())
            report(
                "unknown-partial", "there is no template '\(name)'", token, source,
                help: nearest.map { "did you mean '\($0)'?" })
        } else if including.contains(name) {
            let path = (including + [name]).joined(separator: " → ")
            report("partial-cycle", "template '\(name)' includes itself: \(path)", token, source)
        } else {
            include(name)
        }
    }
}

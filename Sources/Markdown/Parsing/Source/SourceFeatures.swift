/// What a source may hold, found by searching for single bytes: a page without our syntax pays nothing for it.
struct SourceFeatures: OptionSet {
    let rawValue: UInt8

    /// `~~`
    static let strikethrough = SourceFeatures(rawValue: 1)
    /// `:` before a letter
    static let inlineDirectives = SourceFeatures(rawValue: 2)
    /// `www.`, `://` or `@`
    static let addresses = SourceFeatures(rawValue: 4)
    /// `[^`
    static let footnotes = SourceFeatures(rawValue: 8)
    /// `[ ]` or `[x]`
    static let tasks = SourceFeatures(rawValue: 16)
    /// `]:`
    static let definitions = SourceFeatures(rawValue: 32)
    /// `\` before a character of our syntax
    static let escapes = SourceFeatures(rawValue: 64)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    init(of text: UnsafeBufferPointer<UInt8>, options: MarkdownOptions) {
        self = []
        forEach(UInt8(ascii: ":"), in: text) { position, found in
            if text.has("//", at: position + 1) { found.insert(.addresses) }
            if position + 1 < text.count, text[position + 1].isASCIILower { found.insert(.inlineDirectives) }
            if text.has(UInt8(ascii: "]"), at: position - 1) { found.insert(.definitions) }
        }
        forEach(UInt8(ascii: "["), in: text) { position, found in
            if text.has(UInt8(ascii: "^"), at: position + 1) { found.insert(.footnotes) }
            if text.has(UInt8(ascii: "]"), at: position + 2) { found.insert(.tasks) }
        }
        forEach(UInt8(ascii: "~"), in: text) { position, found in
            if text.has(UInt8(ascii: "~"), at: position + 1) { found.insert(.strikethrough) }
        }
        forEach(UInt8(ascii: "\\"), in: text) { position, found in
            if position + 1 < text.count, Substitute.forEscaped(text[position + 1]) != nil { found.insert(.escapes) }
        }
        if text.firstIndex(of: UInt8(ascii: "@"), from: 0) != nil { insert(.addresses) }
        if !contains(.addresses) {
            forEach(UInt8(ascii: "w"), in: text) { position, found in
                if text.has("ww.", at: position + 1) { found.insert(.addresses) }
            }
        }
        if !options.gfm { subtract([.strikethrough, .addresses, .tasks]) }
        if !options.directives { remove(.inlineDirectives) }
        if !options.footnotes { remove(.footnotes) }
        if !options.gfm, !options.directives, !options.footnotes { remove(.escapes) }
    }

    private mutating func forEach(
        _ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, _ body: (Int, inout SourceFeatures) -> Void
    ) {
        var position = 0
        while let found = text.firstIndex(of: byte, from: position) {
            body(found, &self)
            position = found + 1
        }
    }
}

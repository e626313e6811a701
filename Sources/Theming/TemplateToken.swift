/// One piece of a template's source: text to copy or a tag, with the place where it stands.
struct TemplateToken: Equatable {
    enum Kind: Equatable {
        case literal(Range<Int>)
        case text(String)
        case html(String)
        case section(String)
        case inverted(String)
        case end(String)
        case partial(String)
        case comment
    }

    var kind: Kind
    /// 1-based; the column counts characters.
    var line: Int
    var column: Int

    /// Tags that print nothing themselves: alone on a line, they take the line with them.
    var mayStandAlone: Bool {
        switch kind {
        case .section, .inverted, .end, .partial, .comment: true
        case .literal, .text, .html: false
        }
    }
}

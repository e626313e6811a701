/// Where in a page a term stands.
enum SearchField: Sendable {
    case text, heading, title, keywords, tags, answer

    @inline(__always) var isOfPage: Bool {
        switch self {
        case .text, .heading: false
        default: true
        }
    }

    /// Its text is shown with results.
    @inline(__always) var isKept: Bool { self != .tags }

    /// What a posting counts of one occurrence; a heading's words are words of its section too.
    @inline(__always) var once: UInt32 {
        1 << posting.shift | (self == .heading ? 1 << Posting.Field.text.shift : 0)
    }

    @inline(__always) var posting: Posting.Field {
        switch self {
        case .text: .text
        case .heading: .heading
        case .title: .title
        case .keywords: .keywords
        case .tags: .tags
        case .answer: .answer
        }
    }
}

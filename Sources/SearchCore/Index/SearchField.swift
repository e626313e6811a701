/// Where in a page a term stands.
enum SearchField: Sendable {
    case text, heading, title, keywords, tags, answer

    @inline(__always) var isOfPage: Bool {
        switch self {
        case .text, .heading: false
        default: true
        }
    }

    var posting: Posting.Field {
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

import SearchCore
import SearchStore
import SiteModel

/// What a site decides about its search index.
struct SearchSettings: Sendable {
    /// Ids of the types in the order in which the index counts them; the last stands for pages of no type.
    let types: [String]
    let languages: [String]
    private let lexicon: Lexicon

    static let plainType = "page"

    /// - Parameter additions: files of the site that add to the lexicon's own, by name.
    init(configuration: SiteConfiguration, additions: [String: [UInt8]]) {
        types = configuration.types.keys.sorted() + [Self.plainType]
        languages = configuration.languages
        var lexicon = DefaultLexicon.lexicon
        lexicon.synonyms += additions["synonyms.txt"] ?? []
        lexicon.shorthand += additions["shorthand.txt"] ?? []
        self.lexicon = lexicon
    }

    /// Names of the files in the content's `_search` folder by which a site adds words.
    static let additions = ["synonyms.txt", "shorthand.txt"]

    var settings: IndexSettings {
        IndexSettings(
            types: types.map { Array($0.utf8) }, languages: languages.map { Array($0.utf8) }, lexicon: lexicon)
    }

    /// A page as the index sees it.
    /// - Parameter withAsks: whether its questions are words by which it is found.
    func searchPage(
        _ page: Page, sections: [TextSection], isSuperseded: Bool, withAsks: Bool = true
    ) -> SearchPage {
        let metadata = page.metadata
        let path = page.address.outputPath(defaultLanguage: languages[0])
        var result = SearchPage(
            url: Array(URLPath.encoded(path).utf8), title: Array(page.title.utf8),
            sections: sections.map { SearchSection(anchor: $0.anchor, heading: $0.heading, text: $0.text) })
        result.language = UInt8(clamping: languages.firstIndex(of: page.address.language) ?? 0)
        result.type = UInt8(clamping: types.firstIndex(of: page.type?.id ?? Self.plainType) ?? types.count - 1)
        result.weight = metadata.weight * (page.type?.searchWeight ?? 100) / 100
        result.superseded = isSuperseded
        result.reviewedDay = Int32(clamping: metadata.reviewed?.daysSince1970 ?? 0)
        result.dueDay = Int32(clamping: metadata.due?.daysSince1970 ?? 0)
        result.tags = metadata.tags.map { Array($0.utf8) }
        result.keywords = (metadata.keywords + (withAsks ? metadata.asks.map(\.value) : [])).map { Array($0.utf8) }
        if !page.body.description.isEmpty, metadata.summary != nil {
            result.sections[0].text = Array((page.body.description + "\n").utf8) + result.sections[0].text
        }
        result.answer = answer(of: page)
        return result
    }

    private func answer(of page: Page) -> SearchAnswer? {
        if page.body.answer.isEmpty { return nil }
        var answer = SearchAnswer()
        for part in page.body.answer {
            let text = Array(part.text.utf8)
            switch part.part {
            case .say: answer.say = text
            case .do: answer.do = text
            case .ask: answer.ask = text
            case .time: answer.time = text
            case .form: answer.form = text
            case .refer: answer.refer = text
            }
        }
        return answer
    }
}

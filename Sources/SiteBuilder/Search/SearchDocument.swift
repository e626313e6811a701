import SearchCore
import SearchStore
import SiteModel

/// What a site decides about its search index.
struct SearchSettings: Sendable {
    /// Ids of the types in the order in which the index counts them; the last stands for pages of no type.
    let types: [String]
    let languages: [String]
    /// The site's own words, by the name of the file that has them.
    let additions: [String: [UInt8]]
    /// What a page of each type is called in the site's languages, each name once, by the type's id.
    private let typeNames: [String: [[UInt8]]]
    /// Languages by key of a page, where the site has several.
    private let translations: [String: [String]]
    private let pins: [(query: [UInt8], url: [UInt8])]

    static let plainType = "page"

    init(configuration: SiteConfiguration, additions: [String: [UInt8]], index: ContentIndex) {
        types = configuration.types.keys.sorted() + [Self.plainType]
        languages = configuration.languages
        typeNames = configuration.types.mapValues { type in
            Set(configuration.languages.map { type.label[$0] }).sorted().map { Array($0.utf8) }
        }
        translations = languages.count > 1 ? index.pages : [:]
        self.additions = additions
        pins = configuration.pins.flatMap { pin in
            pin.pages.compactMap { index.page(namedInConfiguration: $0.value) }.flatMap { page in
                (index.pages[page.key] ?? []).map { language in
                    let address = PageAddress(key: page.key, language: language)
                    return (Array(pin.query.utf8), Self.url(of: address, languages: configuration.languages))
                }
            }
        }
    }

    /// Names of the files in the content's `_search` folder by which a site adds words.
    static let additions = ["synonyms.txt", "shorthand.txt"]

    var settings: IndexSettings {
        var settings = IndexSettings(
            types: types.map { Array($0.utf8) }, languages: languages.map { Array($0.utf8) }, lexicon: lexicon)
        settings.pins = pins
        return settings
    }

    /// What a site says of a word goes before what Panduan says of it.
    private var lexicon: Lexicon {
        var lexicon = DefaultLexicon.lexicon
        lexicon.synonyms = (additions["synonyms.txt"] ?? []) + [UInt8(ascii: "\n")] + lexicon.synonyms
        lexicon.shorthand = (additions["shorthand.txt"] ?? []) + [UInt8(ascii: "\n")] + lexicon.shorthand
        return lexicon
    }

    private static func url(of address: PageAddress, languages: [String]) -> [UInt8] {
        Array(URLPath.encoded(address.outputPath(defaultLanguage: languages[0])).utf8)
    }

    /// A page as the index sees it.
    /// - Parameters:
    ///   - successor: the page that replaces it.
    ///   - withAsks: whether its questions are words by which it is found.
    func searchPage(
        _ page: Page, sections: [SearchSection], successor: PageAddress?, withAsks: Bool = true
    ) -> SearchPage {
        var result = SearchPage(
            url: Self.url(of: page.address, languages: languages), title: Array(page.title.utf8),
            sections: sections)
        result.language = readers(of: page.address)
        result.type = UInt8(clamping: types.firstIndex(of: page.type?.id ?? Self.plainType) ?? types.count - 1)
        result.weight = page.metadata.weight * (page.type?.searchWeight ?? 100) / 100
        result.successor = successor.map { Self.url(of: $0, languages: languages) } ?? []
        result.reviewedDay = Int32(clamping: page.metadata.reviewed?.daysSince1970 ?? 0)
        result.dueDay = Int32(clamping: page.metadata.due?.daysSince1970 ?? 0)
        result.tags = page.metadata.tags.map { Array($0.value.utf8) } + (page.type.flatMap { typeNames[$0.id] } ?? [])
        let asks = withAsks ? page.metadata.asks.map(\.value) : []
        result.keywords = (page.metadata.keywords + asks).map { Array($0.utf8) }
        if !page.body.description.isEmpty, page.metadata.summary != nil {
            result.sections[0].text = Array((page.body.description + "\n").utf8) + result.sections[0].text
        }
        result.answer = answer(of: page)
        return result
    }

    /// Who has no better page: those of its language and, as in `SiteView`, those of languages in which nobody wrote it.
    private func readers(of address: PageAddress) -> UInt8 {
        let own = languages.firstIndex(of: address.language) ?? 0
        let written = translations[address.key] ?? languages
        guard written.count < languages.count, languages.first(where: written.contains) == address.language else {
            return UInt8(clamping: own)
        }
        return SearchPage.readers([own] + languages.indices.filter { !written.contains(languages[$0]) })
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

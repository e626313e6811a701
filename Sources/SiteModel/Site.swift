/// Everything that is known of a site once all its pages are read. Immutable: what a page shows is computed from it.
public struct Site: Sendable {
    public let configuration: SiteConfiguration
    /// Sorted by key, then in the order of the site's languages.
    public let pages: [Page]
    /// One for each language, in the site's order.
    public let views: [SiteView]

    /// Files of the content folder that pages show or link to.
    public var usedFiles: Set<String> { Set(pages.flatMap(\.body.files)) }

    public init(configuration: SiteConfiguration, pages: [Page]) {
        let rank = Dictionary(uniqueKeysWithValues: configuration.languages.enumerated().map { ($1, $0) })
        let sorted = pages.sorted {
            $0.address.key != $1.address.key
                ? $0.address.key.precedesInBytes($1.address.key)
                : rank[$0.address.language, default: 0] < rank[$1.address.language, default: 0]
        }
        self.configuration = configuration
        self.pages = sorted
        views = configuration.languages.map { SiteView(language: $0, pages: sorted, configuration: configuration) }
    }

    public func view(_ language: String) -> SiteView {
        views.first { $0.language == language } ?? views[0]
    }
}

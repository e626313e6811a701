import Foundation
import SiteBuilder
import SiteModel

/// The site in `content/`, loaded and checked once for all tests.
enum ContentSite {
    static let root = ["", "", ""].reduce(#filePath) { path, _ in (path as NSString).deletingLastPathComponent }

    static let loaded: LoadedSite? = {
        var options = BuildOptions(source: root, output: root + "/site")
        options.asks = .indexed
        return try? SiteLoader(options: options).load()
    }()

    static var pages: [Page] { loaded?.site.pages ?? [] }

    /// Pages of a type in a language, without the folder's own page.
    static func pages(_ type: String, _ language: String) -> [Page] {
        pages.filter { $0.type?.id == type && $0.address.language == language && !$0.address.isIndex }
    }

    static func page(_ key: String, _ language: String = "ms") -> Page? {
        pages.first { $0.address == PageAddress(key: key, language: language) }
    }

    /// What a reader sees of a body's HTML: blocks and cells on lines of their own.
    static func text(of html: some Sequence<UInt8>) -> String {
        String(decoding: Array(html), as: UTF8.self)
            .replacing(/<\/(?:p|li|td|th|tr|h\d|dd|dt|div)>/, with: "\n").replacing(/<[^>]*>/, with: "")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
}

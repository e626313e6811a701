/// Output paths of the pages that no Markdown file stands for, relative to their language's root.
enum SpecialPage {
    static let search = "cari.html"
    static let index = "a-z.html"
    static let tags = "tag/index.html"
    static let notFound = "404.html"

    static func tag(_ slug: String) -> String { "tag/\(slug).html" }

    static func type(_ id: String) -> String { "jenis/\(id).html" }
}

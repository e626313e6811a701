import SiteModel

/// Output paths of the pages that no Markdown file stands for, relative to their language's root.
enum SpecialPage {
    static let search = "cari.html"
    static let index = "a-z.html"
    static let tags = "tag/index.html"
    /// The daily review of every deck of cards.
    static let review = "ulang-kaji.html"
    static let notFound = "404.html"
    /// Only where the site declares figures.
    static let facts = "fakta.html"
    /// What a learner did, and the trainer's page of such records; only where something is learnt.
    static let progress = "kemajuan.html"
    static let records = "rekod.html"

    /// - Parameter slug: never ends with a hyphen, so that the tag "index" finds a name of its own.
    static func tag(_ slug: String) -> String {
        if slug == "index" { return "tag/index-.html" }
        // Disks take no names longer than 255 bytes.
        return slug.utf8.count <= 120 ? "tag/\(slug).html" : "tag/\(slug.prefix(30))-\(Fingerprint.of(slug.utf8)).html"
    }

    static func type(_ id: String) -> String { "jenis/\(id).html" }
}

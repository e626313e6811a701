import Diagnostics
import SiteModel

extension SiteChecker {
    /// Tags that would share a page though they are different words, and tags that would have none.
    func checkTags() -> [Diagnostic] {
        struct Key: Hashable {
            var language: String
            var slug: String
        }
        var diagnostics: [Diagnostic] = []
        var firstSpellings: [Key: String] = [:]
        for page in site.pages {
            var onPage: Set<String> = []
            for tag in page.metadata.tags {
                let slug = Tag.slug(tag.value)
                let key = Key(language: page.address.language, slug: slug)
                let first = firstSpellings[key]
                let isNew = onPage.insert(slug).inserted
                if slug.isEmpty {
                    diagnostics.append(
                        Diagnostic(
                            "empty-tag", .warning, "the tag '\(tag.value)' has no letter or digit, and so no page",
                            at: tag.location, help: "write a word, or take it out"))
                } else if let first, !Tag.areAlike(first, tag.value) {
                    diagnostics.append(
                        Diagnostic(
                            "same-tag", .warning,
                            "the tags '\(tag.value)' and '\(first)' are one: in addresses both are '\(slug)'",
                            at: tag.location, help: "write both alike, or tell them apart by a letter or digit"))
                } else if !isNew {
                    diagnostics.append(
                        Diagnostic(
                            "same-tag", .warning, "the tag '\(tag.value)' stands here twice", at: tag.location,
                            help: "keep one of them"))
                } else if first == nil {
                    firstSpellings[key] = tag.value
                }
            }
        }
        return diagnostics
    }
}

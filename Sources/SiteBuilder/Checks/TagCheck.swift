import Diagnostics
import SiteModel

extension SiteChecker {
    /// Tags that would share a page though they are different words, and tags that would have none.
    func checkTags() -> [Diagnostic] {
        struct Key: Hashable {
            var language: String
            var text: String
        }
        var diagnostics: [Diagnostic] = []
        // Many pages bear few tags: each spelling is looked into once.
        var known: [Key: (slug: String, first: String)] = [:]
        var firstSpellings: [Key: String] = [:]
        func spelling(_ text: String, _ language: String) -> (slug: String, first: String) {
            let key = Key(language: language, text: text)
            if let known = known[key] { return known }
            let slug = Tag.slug(text)
            let first = firstSpellings[Key(language: language, text: slug), default: text]
            firstSpellings[Key(language: language, text: slug)] = first
            known[key] = (slug, first)
            return (slug, first)
        }
        for page in site.pages {
            var onPage: [String] = []
            for tag in page.metadata.tags {
                let (slug, first) = spelling(tag.value, page.address.language)
                let isNew = !onPage.contains(slug)
                onPage.append(slug)
                if slug.isEmpty {
                    diagnostics.append(
                        Diagnostic(
                            "empty-tag", .warning, "the tag '\(tag.value)' has no letter or digit, and so no page",
                            at: tag.location, help: "write a word, or take it out"))
                } else if !Tag.areAlike(first, tag.value) {
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
                }
            }
        }
        return diagnostics
    }
}

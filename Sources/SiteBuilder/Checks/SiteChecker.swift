import Diagnostics
import SiteModel
import Theming

/// Looks for what only the whole site shows: each check is a file of its own and a line here.
struct SiteChecker {
    let site: Site
    let tree: SourceTree
    let index: ContentIndex
    let theme: Theme
    let assets: AssetPaths
    let today: CalendarDay?

    func check() -> [Diagnostic] {
        checkAddresses() + checkAnchors() + checkOrphans() + checkSuccession() + checkReviews() + checkConfiguration()
            + checkFacts() + checkTags() + checkUnreadFiles()
    }
}

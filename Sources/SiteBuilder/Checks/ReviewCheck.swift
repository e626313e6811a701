import Diagnostics
import SiteModel

extension SiteChecker {
    /// Pages whose review is overdue on the day that the run was given, or of a day still to come.
    func checkReviews() -> [Diagnostic] {
        guard let today else { return [] }
        return site.pages.compactMap { page in
            if let reviewed = page.metadata.reviewed, reviewed > today {
                return warning(
                    "review-to-come", "the review is dated \(reviewed.iso), a day to come", page,
                    help: "set 'reviewed:' to the day of the last review")
            }
            guard let due = page.metadata.due, due < today, page.metadata.supersededBy == nil else { return nil }
            let days = today.daysSince1970 - due.daysSince1970
            return warning(
                "overdue-review", "the review was due on \(due.iso), \(days) \(days == 1 ? "day" : "days") ago", page,
                help: "read the page against its sources and set 'reviewed:'")
        }
    }

    private func warning(_ id: String, _ message: String, _ page: Page, help: String) -> Diagnostic {
        Diagnostic(
            id, .warning, message, at: SourceLocation(file: page.sourcePath, line: 1, column: 1), help: help)
    }

    /// What replaces a page must exist, and nothing may replace itself by however many steps.
    func checkSuccession() -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for page in site.pages {
            guard let written = page.metadata.supersededBy else { continue }
            let path = RelativePath.resolve(written.value, in: page.address.folder)
            guard let path, let target = index.page(atPath: path) else {
                diagnostics.append(
                    Diagnostic(
                        "broken-link", .error, "there is no page \(written.value) to replace this one",
                        at: written.location, help: "write the way to it from this file, such as pkpa-1-2008.md"))
                continue
            }
            var seen: Set<String> = [page.address.key]
            var current: String? = target.key
            while let key = current, seen.insert(key).inserted { current = index.authorities.successor(of: key) }
            if current != nil {
                diagnostics.append(
                    Diagnostic(
                        "succession-cycle", .error, "this page replaces itself in the end", at: written.location,
                        help: "only the older page says 'superseded_by'"))
            }
        }
        return diagnostics
    }
}

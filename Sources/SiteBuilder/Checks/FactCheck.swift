import Diagnostics
import SiteModel

extension SiteChecker {
    /// Figures that nobody verified in time or nobody quotes, and the pages that quote one which has changed since they
    /// were verified.
    func checkFacts() -> [Diagnostic] {
        if index.facts.all.isEmpty { return [] }
        let used = Set(site.pages.flatMap(\.body.facts).map(\.value))
        let unused = index.facts.all.filter { !used.contains($0.name) }.map { fact in
            Diagnostic(
                "unused-fact", .warning, "no page quotes the figure '\(fact.name)'", at: fact.location,
                help: "write :fakta[\(fact.name)] where a page states it, or take it out")
        }
        return unused + index.facts.all.compactMap(overdue) + site.pages.flatMap(suspicions)
    }

    private func overdue(_ fact: Fact) -> Diagnostic? {
        guard let today, fact.due < today else { return nil }
        let days = today.daysSince1970 - fact.due.daysSince1970
        return Diagnostic(
            "overdue-fact", .warning,
            "the review of the figure '\(fact.name)' was due on \(fact.due.iso), \(days) \(days == 1 ? "day" : "days") ago",
            at: fact.location, help: "read it in its source and set 'reviewed:'")
    }

    private func suspicions(about page: Page) -> [Diagnostic] {
        guard let reviewed = page.metadata.reviewed, page.metadata.supersededBy == nil else { return [] }
        return page.body.facts.compactMap { use in
            guard let changed = index.facts[use.value]?.changed, changed > reviewed else { return nil }
            return Diagnostic(
                "suspect-page", .warning,
                "the figure '\(use.value)' changed on \(changed.iso), after the page was reviewed on \(reviewed.iso)",
                at: use.location, help: "read the page with the new figure and set its 'reviewed:'")
        }
    }
}

import Diagnostics
import SiteModel

extension SiteChecker {
    /// A link with `#` must lead to an address inside the page that it names, in the language that the reader sees.
    func checkAnchors() -> [Diagnostic] {
        var shown: [String: [String: Page]] = [:]
        func page(_ target: PageAddress) -> Page? {
            if shown[target.language] == nil {
                let view = site.view(target.language)
                shown[target.language] = Dictionary(
                    uniqueKeysWithValues: view.entries.map { ($0.key, site.pages[$0.page]) })
            }
            return shown[target.language]?[target.key]
        }
        var diagnostics: [Diagnostic] = []
        for source in site.pages {
            let links = source.body.links
            // By index: few links have an anchor, and no other needs to be copied.
            for number in links.indices where !links[number].anchor.isEmpty {
                let link = links[number]
                let target = link.target == source.address ? source : page(link.target)
                guard let target, !target.body.anchors.containsSorted(link.anchor) else { continue }
                let meant = closestMatch(to: link.anchor, in: target.body.anchors)
                diagnostics.append(
                    Diagnostic(
                        "broken-anchor", .error, "there is no heading #\(link.anchor) in \(target.sourcePath)",
                        at: link.location, help: meant.map { "did you mean #\($0)?" }))
            }
        }
        return diagnostics
    }
}

extension [String] {
    /// Binary search in a sorted array.
    fileprivate func containsSorted(_ element: String) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] == element { return true }
            if self[middle] < element { low = middle + 1 } else { high = middle }
        }
        return false
    }
}

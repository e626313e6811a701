import Diagnostics
import SiteModel

extension SiteChecker {
    /// Pages and folders that `site.yml` names must exist.
    func checkConfiguration() -> [Diagnostic] {
        let view = site.views[0]
        let place = SourceLocation(file: "site.yml")
        var diagnostics: [Diagnostic] = []
        for folder in site.configuration.navigation where view.folder(path: folder) == nil {
            let meant = closestMatch(to: folder, in: view.folders.map(\.path))
            diagnostics.append(
                Diagnostic(
                    "unknown-folder", .error, "'navigation' names a folder that is not there: \(folder)", at: place,
                    help: meant.map { "did you mean '\($0)'?" }))
        }
        for page in site.configuration.pinned where index.page(atPath: page) == nil {
            let meant = closestMatch(to: page, in: view.entries.map { $0.key + ".md" })
            diagnostics.append(
                Diagnostic(
                    "broken-link", .error, "'pinned' names a page that is not there: \(page)", at: place,
                    help: meant.map { "did you mean '\($0)'?" } ?? "write its path in the content folder"))
        }
        return diagnostics
    }
}

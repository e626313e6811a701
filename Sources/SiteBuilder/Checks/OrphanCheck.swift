import Diagnostics
import SiteModel

extension SiteChecker {
    /// A file that no page shows or links to was probably forgotten, or should be deleted.
    func checkOrphans() -> [Diagnostic] {
        let used = site.usedFiles
        return tree.files.filter { !used.contains($0) }.map {
            let location = SourceLocation(file: tree.displayPath($0))
            if let (id, message, help) = index.problem(ofUnusedFile: $0) {
                return Diagnostic(id, .warning, "\(message): it is not published", at: location, help: help)
            }
            return Diagnostic(
                "orphan-file", .warning, "no page shows this file or links to it", at: location,
                help: "link to it, or delete it")
        }
    }
}

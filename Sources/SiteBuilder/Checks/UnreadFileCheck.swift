import Diagnostics
import SiteModel

extension SiteChecker {
    /// Files and folders for Panduan itself whose names are misspelt, so that nothing reads them.
    func checkUnreadFiles() -> [Diagnostic] {
        let folders = ["_search": SearchSettings.additions, "_data": ["fakta.yml"]]
        var diagnostics = folders.flatMap { folder, known in
            names(in: tree.path(ofContent: folder)).filter { !$0.hasSuffix(".md") }.compactMap {
                unread($0, known, at: tree.displayPath(folder + "/" + $0), "file")
            }
        }
        diagnostics += names(in: tree.path(ofContent: "")).filter { $0.hasPrefix("_") }.compactMap {
            unread($0, folders.keys.sorted(), at: tree.displayPath($0), "folder")
        }
        if !tree.hasConfiguration {
            diagnostics += names(in: tree.root).filter { $0.hasSuffix("ml") }.compactMap {
                unread($0, ["site.yml"], at: $0, "file")
            }
        }
        return diagnostics
    }

    private func names(in folder: String) -> [String] {
        FileSystem.isFolder(folder) ? (try? FileSystem.list(folder)) ?? [] : []
    }

    private func unread(_ name: String, _ known: [String], at path: String, _ kind: String) -> Diagnostic? {
        guard !known.contains(name), let meant = closestMatch(to: name, in: known) else { return nil }
        return Diagnostic(
            "unread-file", .warning, "nothing reads this \(kind)", at: SourceLocation(file: path),
            help: "did you mean '\(meant)'?")
    }
}

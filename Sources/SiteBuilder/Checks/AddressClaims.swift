import Diagnostics
import SiteModel

/// Who has which address of the output.
struct AddressClaims {
    static let made = "a page that Panduan makes"

    var diagnostics: [Diagnostic] = []
    /// Where Panduan writes scripts, under names that only the whole build tells.
    private static let scriptFolders = ["assets", "search"]
    var folders = Set(scriptFolders)
    private var owners: [String: (owner: String, path: String, location: SourceLocation?)] = [:]

    init(expecting count: Int) {
        owners.reserveCapacity(count)
    }

    /// - Parameter location: where to report that the address is taken; nil reports at its other owner.
    mutating func claim(_ path: String, by owner: String, at location: SourceLocation?) {
        folders.insert(RelativePath.folder(of: path))
        let key = path.lowercased()
        if let location,
            let folder = Self.scriptFolders.first(where: { key.hasPrefix($0 + "/") && key.hasSuffix(".js") })
        {
            diagnostics.append(
                Diagnostic(
                    "address-taken", .error, "the folder '\(folder)' holds the site's own scripts: \(path)",
                    at: location,
                    help: "put the script into another folder"))
            return
        }
        guard let first = owners.updateValue((owner, path, location), forKey: key) else { return }
        // It stays with the one who claimed it first.
        owners[key] = first
        let (other, place) = location == nil ? (owner, first.location) : (first.owner, location)
        guard let place else { return }
        diagnostics.append(
            Diagnostic(
                "address-taken", .error, "the address \(path) is that of \(other) too", at: place,
                help: "rename one of them"))
    }

    /// On a disk a name cannot be both a file and a folder.
    mutating func reportFoldersThatAreFiles() {
        var reported: Set<String> = []
        for folder in folders.sorted() {
            var path = folder
            while !path.isEmpty {
                if let file = owners[path.lowercased()], let place = file.location, reported.insert(path).inserted {
                    diagnostics.append(
                        Diagnostic(
                            "address-taken", .error, "the address \(file.path) is that of a folder too", at: place,
                            help: "rename one of them"))
                }
                path = RelativePath.folder(of: path)
            }
        }
    }
}

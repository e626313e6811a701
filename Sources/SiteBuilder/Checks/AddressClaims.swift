import Diagnostics
import SiteModel

/// Who has which address of the output.
struct AddressClaims {
    static let made = "a page that Panduan makes"

    var diagnostics: [Diagnostic] = []
    var folders: Set<String> = ["assets", "search"]
    private var owners: [String: (owner: String, path: String, location: SourceLocation?)] = [:]

    init(expecting count: Int) {
        owners.reserveCapacity(count)
    }

    /// - Parameter location: where to report that the address is taken; nil reports at its other owner.
    mutating func claim(_ path: String, by owner: String, at location: SourceLocation?) {
        folders.insert(RelativePath.folder(of: path))
        let key = path.lowercased()
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

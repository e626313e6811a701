import SiteModel

/// The page that is to be exported, as it is named on the command line.
struct ModulePath {
    private let written: String

    init(_ written: String) { self.written = written }

    /// The way to its file in the content folder, nil when it leads out; that folder's name may stand before it.
    var path: String? {
        RelativePath.resolve(written.hasPrefix("content/") ? String(written.dropFirst(8)) : written, in: "")
    }

    var isMissing: BuildFailure {
        BuildFailure("there is no page \(written): give the path of its Markdown file in the content folder")
    }
}

import Glibc
import SiteModel
import Theming

/// A module or a course as a SCORM 1.2 package: a ZIP file for a learning management system, whose pages also open
/// as they are.
public struct ScormPackage: Sendable {
    /// What was read: its mistakes are to be shown, and stop the export.
    public let loaded: LoadedSite
    private let renderer: ViewRenderer
    /// The page asked for, then the modules of its course.
    private let entries: [Int]

    /// - Parameter module: path of the page's Markdown file, in the content folder.
    /// - Throws: what stops the run, a page that is not there among it.
    public init(module: String, options: BuildOptions) throws {
        loaded = try SiteLoader(options: options).load()
        let configuration = loaded.site.configuration
        let written = ModulePath(module)
        let address = PageAddress(sourcePath: written.path ?? module, languages: configuration.languages)
            .withReadmeAsIndex
        guard let view = loaded.site.views.first(where: { $0.language == address.language }),
            let entry = view.entry(key: address.key),
            loaded.site.pages[view.entries[entry].page].address == address
        else { throw written.isMissing }
        let renderer = ViewRenderer(
            site: loaded.site, view: view, theme: loaded.theme, assets: loaded.assets,
            authorities: loaded.index.authorities, facts: loaded.index.facts)
        let page = renderer.page(at: entry)
        guard !page.body.activities.isEmpty else {
            throw BuildFailure("\(page.sourcePath) holds nothing to learn: give a page with a quiz, a path or the like")
        }
        let modules = page.body.activities.flatMap(\.modules)
        let known = Dictionary(
            view.entries.indices.map { (renderer.moduleKey(of: renderer.page(at: $0)), $0) },
            uniquingKeysWith: { first, _ in first })
        self.renderer = renderer
        entries = [entry] + modules.compactMap { known[$0] }.filter { $0 != entry }
    }

    /// The ZIP file. The same content gives the same bytes.
    public func file() throws -> [UInt8] {
        var files: [String: [UInt8]] = [:]
        let paths = Set(entries.map(renderer.outputPath))
        for entry in entries {
            let page = renderer.page(at: entry)
            files[renderer.outputPath(entry)] = renderer.renderPackaged(entry, keeping: paths)
            for file in page.body.files {
                guard let path = loaded.index.files[file] else { continue }
                files[path] = try FileSystem.read(loaded.tree.path(ofContent: file))
            }
        }
        let needed = Set(entries.flatMap { renderer.packagedAssets(of: renderer.page(at: $0)) })
        for asset in loaded.theme.assets {
            if let path = renderer.assets.paths[asset.path], needed.contains(path) { files[path] = asset.bytes }
        }
        for script in renderer.dataScripts where needed.contains(script.path) { files[script.path] = script.bytes }
        files["imsmanifest.xml"] = manifest(files: files.keys.sorted())
        var archive = ZIPArchive()
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) { archive.add(bytes, at: path) }
        return archive.file
    }

    /// Writes the ZIP file whole, or leaves the one that is there.
    public func write(to path: String) throws {
        let part = path + ".part"
        try FileSystem.write(file(), to: part)
        guard rename(part, path) == 0 else { throw FileSystem.failure("cannot write", path) }
    }

    private func manifest(files: [String]) -> [UInt8] {
        let items = entries.map { (title: renderer.view.entries[$0].title, path: renderer.outputPath($0)) }
        return ScormManifest(
            identifier: loaded.site.configuration.siteID, title: items[0].title, items: items,
            shared: files.filter { file in !items.contains { $0.path == file } }
        ).bytes
    }
}

import Diagnostics
import SearchCore
import SearchStore
import SiteModel
import Theming

/// Draws a loaded site into a sink: pages in every language, listings, assets, files, sitemap.
struct SiteEmitter: Sendable {
    let loaded: LoadedSite
    let assets: AssetPaths
    private let views: [ViewRenderer]

    private let engine = EngineScript.files()

    init(loaded: LoadedSite) {
        self.loaded = loaded
        var assets = loaded.assets
        assets.searchScript = "search/" + String(decoding: engine[0].name, as: UTF8.self)
        self.assets = assets
        views = loaded.site.views.map {
            ViewRenderer(
                site: loaded.site, view: $0, theme: loaded.theme, assets: assets, authorities: loaded.index.authorities,
                facts: loaded.index.facts)
        }
    }

    /// Folders of the output, parents first.
    var folders: [String] {
        var folders: Set<String> = ["assets", "search"]
        for renderer in views {
            let types = renderer.typesWithoutFolder.map { SpecialPage.type($0.id) }
            for name in [SpecialPage.tags, SpecialPage.index] + types {
                folders.insert(RelativePath.folder(of: renderer.outputPath(special: name)))
            }
            for folder in renderer.view.folders.indices {
                folders.insert(RelativePath.folder(of: renderer.folderPath(folder)))
            }
        }
        for path in assets.paths.values { folders.insert(RelativePath.folder(of: path)) }
        for path in loaded.index.files.values { folders.insert(RelativePath.folder(of: path)) }
        for (path, _) in aliases { folders.insert(RelativePath.folder(of: path)) }
        return folders.sorted()
    }

    /// - Returns: bytes of the search index, without the engine.
    func emit(to sink: some OutputSink) throws -> Int {
        // Where the index is not yet prepared, the other core draws pages meanwhile.
        let bytes = try concurrentMap(count: 2) { part in
            if part == 0 { return try emitSearch(to: sink) }
            try emitSite(to: sink)
            return 0
        }
        return bytes[0]
    }

    private func emitSite(to sink: some OutputSink) throws {
        // Before the pages, whose addresses none may take where a build goes on in spite of errors.
        for (path, target) in aliases {
            let shell = target.renderer.shell(besideOutput: path, folder: nil)
            try sink.put(target.renderer.renderAlias(path: path, to: target.entry, shell: shell), at: path)
        }
        for renderer in views {
            try emitPages(renderer, to: sink)
            try emitListings(renderer, to: sink)
            for script in renderer.dataScripts { try sink.put(script.bytes, at: script.path) }
        }
        for asset in loaded.theme.assets {
            if let path = assets.paths[asset.path] { try sink.put(asset.bytes, at: path) }
        }
        try emitFiles(to: sink)
        if let base = loaded.site.configuration.baseURL {
            try sink.put(Sitemap(site: loaded.site, baseURL: base).bytes, at: "sitemap.xml")
        }
    }

    private func emitSearch(to sink: some OutputSink) throws -> Int {
        for file in engine { try sink.put(file.bytes, at: "search/" + String(decoding: file.name, as: UTF8.self)) }
        guard let writer = loaded.indexWriter?.value else { return 0 }
        // A large site takes the fastest level but for what every reader loads: higher ones take twice the time and save a
        // thirtieth.
        let isLarge = writer.wordCount > 1_000_000
        let sizes = try concurrentMap(count: writer.fileCount) { number in
            let file = writer.file(at: number) { deflated($0, level: isLarge && !writer.isStart(at: number) ? 1 : 9) }
            try sink.put(file.bytes, at: "search/" + String(decoding: file.name, as: UTF8.self))
            return file.bytes.count
        }
        return sizes.reduce(0, +)
    }

    // MARK: Pages

    private func emitPages(_ renderer: ViewRenderer, to sink: some OutputSink) throws {
        let view = renderer.view
        let shells = try concurrentMap(count: view.folders.count) {
            renderer.shell(besideOutput: renderer.folderPath($0), folder: $0)
        }
        let errors = loaded.errorCount > 0 ? loaded.diagnostics.filter { $0.severity == .error } : []
        let problems = Dictionary(grouping: errors, by: \.location.file)
        let pages = view.entries.indices.filter { view.folders[view.entries[$0].folder].index != $0 }
        let ranges = balancedRanges(
            pages.map { renderer.page(at: $0).body.html.count + 4000 }, parts: 8)
        _ = try concurrentMap(count: ranges.count) { number in
            var scratch = PageScratch()
            for entry in pages[ranges[number]] {
                let file = renderer.page(at: entry).sourcePath
                let bytes = renderer.renderPage(
                    entry, shell: shells[view.entries[entry].folder], problems: problems[file] ?? [], scratch: &scratch)
                try sink.put(bytes, at: renderer.outputPath(entry))
            }
        }
        _ = try concurrentMap(count: view.folders.count) { folder in
            let index = view.folders[folder].index.map { renderer.page(at: $0).sourcePath }
            let problems = index.flatMap { problems[$0] } ?? []
            let bytes =
                folder == 0
                ? renderer.renderHome(shell: shells[0], problems: problems)
                : renderer.renderSection(folder, shell: shells[folder], problems: problems)
            try sink.put(bytes, at: renderer.folderPath(folder))
        }
    }

    private func emitListings(_ renderer: ViewRenderer, to sink: some OutputSink) throws {
        func shell(_ name: String) -> FolderShell {
            renderer.shell(besideOutput: renderer.outputPath(special: name), folder: nil)
        }
        func put(_ bytes: [UInt8], _ name: String) throws {
            try sink.put(bytes, at: renderer.outputPath(special: name))
        }
        try put(renderer.renderSearch(shell: shell(SpecialPage.search)), SpecialPage.search)
        try put(renderer.renderIndex(shell: shell(SpecialPage.index)), SpecialPage.index)
        if !loaded.index.facts.all.isEmpty {
            try put(renderer.renderFacts(shell: shell(SpecialPage.facts)), SpecialPage.facts)
        }
        try put(renderer.renderNotFound(shell: shell(SpecialPage.notFound)), SpecialPage.notFound)
        if renderer.hasModules {
            try put(renderer.renderProgress(shell: shell(SpecialPage.progress)), SpecialPage.progress)
            try put(renderer.renderRecords(shell: shell(SpecialPage.records)), SpecialPage.records)
        }
        if renderer.hasCards { try put(renderer.renderReview(shell: shell(SpecialPage.review)), SpecialPage.review) }
        let tagShell = shell(SpecialPage.tags)
        try put(renderer.renderTags(shell: tagShell), SpecialPage.tags)
        let tags = renderer.view.tags
        _ = try concurrentMap(count: tags.count) { number in
            let bytes = renderer.renderTag(tags[number], shell: tagShell)
            try sink.put(bytes, at: renderer.outputPath(special: SpecialPage.tag(tags[number].slug)))
        }
        for type in renderer.typesWithoutFolder {
            try put(renderer.renderType(type, shell: shell(SpecialPage.type(type.id))), SpecialPage.type(type.id))
        }
    }

    // MARK: Files and addresses

    private func emitFiles(to sink: some OutputSink) throws {
        // Where a build goes on in spite of errors, the site's own pages keep their addresses.
        let refused = Set(loaded.diagnostics.filter { $0.severity == .error }.map(\.location.file))
        for (file, path) in loaded.index.published(loaded.tree.files, used: loaded.site.usedFiles)
        where !refused.contains(loaded.tree.displayPath(file)) {
            try sink.put(fileAt: loaded.tree.path(ofContent: file), at: path)
        }
    }

    private var aliases: [(path: String, target: (renderer: ViewRenderer, entry: Int))] {
        loaded.site.pages.flatMap { page -> [(path: String, target: (renderer: ViewRenderer, entry: Int))] in
            guard !page.metadata.aliases.isEmpty,
                let renderer = views.first(where: { $0.view.language == page.address.language }),
                let entry = renderer.view.entry(key: page.address.key)
            else { return [] }
            return page.metadata.aliases.compactMap { alias in
                AliasPath.output(of: alias.value, page: page.address, configuration: loaded.site.configuration)
                    .map { ($0, (renderer, entry)) }
            }
        }
    }
}

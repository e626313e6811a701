import Diagnostics
import Markdown
import SearchCore
import SearchStore
import SiteModel
import Theming

/// Reads a source folder into a checked site: scan → configure → read pages → index → assemble → check.
public struct SiteLoader: Sendable {
    private let options: BuildOptions

    public init(options: BuildOptions) {
        self.options = options
    }

    /// - Parameter startsIndex: whether the preparing of the search index, which is work for one core, begins beside the
    ///   checks.
    /// - Throws: what stops the run. Mistakes of authors are in the result's diagnostics.
    public func load(startsIndex: Bool = false) throws -> LoadedSite {
        var diagnostics: [Diagnostic] = []
        let outputs = [FileSystem.realPath(options.output)].compactMap { $0 }
        let (tree, scanned) = try SourceScanner.scan(options.source, excluding: outputs)
        diagnostics += scanned
        let configuration = try configuration(of: tree, &diagnostics)
        let theme = try ThemeFolder(
            root: tree.root, written: configuration.theme,
            templatesOfTypes: Set(configuration.types.values.map(\.template))
        ).load(&diagnostics)

        var sources = try readPages(tree, configuration)
        let drafts = options.includesDrafts ? [] : sources.indices.filter { sources[$0].metadata.isDraft }
        let keysOfDrafts = Set(drafts.map { sources[$0].address.key })
        if !drafts.isEmpty { sources.removeAll(where: \.metadata.isDraft) }
        let index = try contentIndex(of: tree, sources, keysOfDrafts, configuration, &diagnostics)
        let search = try searchSettings(of: tree, configuration, index, &diagnostics)
        let assembled = try assemble(&sources, index, configuration, theme, search)
        for part in assembled { diagnostics += part.diagnostics }
        let segments = assembled.compactMap(\.segment)
        let writer = startsIndex ? Meanwhile { IndexWriter(segments, settings: search.settings) } : nil

        let site = Site(configuration: configuration, pages: assembled.flatMap(\.pages))
        let assets = AssetPaths(theme: theme)
        diagnostics += SiteChecker(
            site: site, tree: tree, index: index, theme: theme, assets: assets, today: options.today
        ).check()
        diagnostics += SearchWordsCheck(search, segments, tree).check()
        let asks = try ask(site, assembled, search, &diagnostics)
        if options.isStrict {
            let spared = asks.map { $0.isEnough ? AskCheck.id : "" }
            diagnostics = diagnostics.map { $0.id == spared ? $0 : Self.strict($0) }
        }
        return LoadedSite(
            site: site, indexWriter: writer, diagnostics: diagnostics.inReadingOrder(),
            wordCount: site.pages.reduce(0) { $0 + $1.body.wordCount }, asks: asks, tree: tree, theme: theme,
            assets: assets, index: index)
    }

    /// The configuration alone, for commands that read no pages.
    func configuration() throws -> SiteConfiguration {
        var diagnostics: [Diagnostic] = []
        let (tree, _) = try SourceScanner.scan(options.source, excluding: [])
        return try configuration(of: tree, &diagnostics)
    }

    private static func strict(_ diagnostic: Diagnostic) -> Diagnostic {
        var diagnostic = diagnostic
        diagnostic.severity = .error
        return diagnostic
    }

    // MARK: Stages

    private func configuration(of tree: SourceTree, _ diagnostics: inout [Diagnostic]) throws -> SiteConfiguration {
        let file = "site.yml"
        let value =
            tree.hasConfiguration
            ? YAMLReader.read(
                try text(of: tree.root + "/" + file, file, &diagnostics), file: file, diagnostics: &diagnostics) : nil
        let types = YAMLReader.read(
            EmbeddedDefaults.bytes("types.yml") ?? [], file: "types.yml", diagnostics: &diagnostics)
        let hasEnglish = tree.markdown.contains { $0.hasSuffix(".en.md") }
        return ConfigurationReader.read(
            value, types: types, languagesFound: hasEnglish ? ["ms", "en"] : ["ms"], diagnostics: &diagnostics)
    }

    /// The bytes of a file, and whether they are text.
    private func text(of path: String, _ file: String, _ diagnostics: inout [Diagnostic]) throws -> [UInt8] {
        let bytes = try FileSystem.read(path)
        if let fault = Diagnostic.notUTF8(bytes, file: file) { diagnostics.append(fault) }
        return bytes
    }

    /// The words that the site adds to those that search knows.
    private func searchSettings(
        of tree: SourceTree, _ configuration: SiteConfiguration, _ index: ContentIndex,
        _ diagnostics: inout [Diagnostic]
    ) throws -> SearchSettings {
        var additions: [String: [UInt8]] = [:]
        for name in SearchSettings.additions {
            let (path, file) = (tree.path(ofContent: "_search/" + name), tree.displayPath("_search/" + name))
            if FileSystem.kind(path) == .file { additions[name] = try text(of: path, file, &diagnostics) }
        }
        return SearchSettings(configuration: configuration, additions: additions, index: index)
    }

    private func readPages(_ tree: SourceTree, _ configuration: SiteConfiguration) throws -> [PageSource] {
        let reader = PageSourceReader(tree: tree, configuration: configuration)
        return try concurrentMap(count: tree.markdown.count, grain: 64) { try reader.read(tree.markdown[$0]) }
    }

    private func contentIndex(
        of tree: SourceTree, _ sources: [PageSource], _ keysOfDrafts: Set<String>, _ configuration: SiteConfiguration,
        _ diagnostics: inout [Diagnostic]
    ) throws -> ContentIndex {
        var index = ContentIndex(languages: configuration.languages, pageCount: sources.count)
        index.allowsActiveFiles = configuration.allowsRawHTML
        // By index, here and below: a loop over the sources would copy each whole.
        for number in sources.indices { index.add(sources[number].address, file: sources[number].contentFile) }
        index.drafts = keysOfDrafts.filter { index.pages[$0] == nil }
        let outputs = try concurrentMap(count: tree.files.count) { number in
            try Fingerprint.path(tree.files[number], ofFileAt: tree.path(ofContent: tree.files[number]))
        }
        index.files = Dictionary(uniqueKeysWithValues: zip(tree.files, outputs))
        index.variables = configuration.variables
        index.facts = try facts(of: tree, configuration, &diagnostics)
        for file in tree.markdown + tree.fragments {
            index.includable[file] = (tree.path(ofContent: file), tree.displayPath(file))
        }
        // Of most pages, authorities have nothing to learn.
        let citable = sources.indices.filter {
            sources[$0].metadata.supersededBy != nil || !sources[$0].metadata.fields.isEmpty
        }
        index.authorities = Authorities(
            pages: citable.lazy.map { (address: sources[$0].address, metadata: sources[$0].metadata) })
        let terms = Dictionary(
            grouping: sources.indices.filter {
                sources[$0].type?.id == "glosari" && !sources[$0].address.isIndex
            }, by: { sources[$0].address.language })
        index.glossaries = terms.mapValues { pages in
            Glossary(
                pages: pages.compactMap { page in
                    sources[page].metadata.title.map {
                        (sources[page].address.key, $0, meaning(of: sources[page], index))
                    }
                })
        }
        for number in sources.indices {
            if let minutes = sources[number].metadata.minutes { index.minutes[sources[number].address] = minutes }
        }
        return index
    }

    /// The figures that the site declares.
    private func facts(
        of tree: SourceTree, _ configuration: SiteConfiguration, _ diagnostics: inout [Diagnostic]
    ) throws -> FactTable {
        let name = "_data/fakta.yml"
        let path = tree.path(ofContent: name)
        guard FileSystem.kind(path) == .file else { return FactTable() }
        let file = tree.displayPath(name)
        let value = YAMLReader.read(
            try text(of: path, file, &diagnostics), file: file, diagnostics: &diagnostics)
        return FactReader.read(value, languages: configuration.languages, diagnostics: &diagnostics)
    }

    /// What a term's page says in its summary, as plain text.
    private func meaning(of page: PageSource, _ index: ContentIndex) -> String {
        guard let summary = page.metadata.summary else { return "" }
        var mistakes: [Diagnostic] = []  // reported when the page itself is assembled
        var parser = MarkdownParser(options: .site)
        var document = parser.parse(summary, file: page.file, firstLine: 1, diagnostics: &mistakes)
        var expansion = PageExpansion(file: page.contentFile, language: page.address.language, index: index)
        expansion.expand(&document, file: page.file)
        let text = PlainTextRenderer().text(of: document)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    private struct Assembled: Sendable {
        var pages: [Page] = []
        var segment: IndexSegment?
        /// The same pages without their questions, where these are searched for.
        var unaskedSegment: IndexSegment?
        var diagnostics: [Diagnostic] = []
    }

    /// A source is given back as soon as its page is made: what the next pages become takes its place.
    private func assemble(
        _ sources: inout [PageSource], _ index: ContentIndex, _ configuration: SiteConfiguration, _ theme: Theme,
        _ search: SearchSettings
    ) throws -> [Assembled] {
        // One part a core: every part has a table of its words, and most words are in all of them.
        let ranges = balancedRanges(sources.map { $0.bytes.count + 500 }, parts: SharedLoops.all.cores)
        return try sources.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let sources = buffer  // each range is of one core
            return try concurrentMap(count: ranges.count) { number in
                assemble(
                    sources, ranges[number], PageAssembler(index: index, configuration: configuration, theme: theme),
                    index, search)
            }
        }
    }

    private func assemble(
        _ sources: UnsafeMutableBufferPointer<PageSource>, _ range: Range<Int>, _ assembler: PageAssembler,
        _ index: ContentIndex, _ search: SearchSettings
    ) -> Assembled {
        var assembler = assembler
        var assembled = Assembled()
        var segment = SegmentBuilder(textBytes: sources[range].reduce(0) { $0 + $1.bytes.count })
        var unasked = SegmentBuilder()
        assembled.pages.reserveCapacity(range.count)
        for number in range {
            var source = PageSource()
            swap(&source, &sources[number])
            let result = assembler.assemble(source)
            let successor = index.successor(of: result.page.address)
            segment.add(search.searchPage(result.page, sections: result.sections, successor: successor))
            if options.asks != .no {
                unasked.add(
                    search.searchPage(
                        result.page, sections: result.sections, successor: successor, withAsks: false))
            }
            assembled.pages.append(result.page)
            assembled.diagnostics += result.diagnostics
        }
        assembled.segment = segment.finish()
        if options.asks != .no { assembled.unaskedSegment = unasked.finish() }
        return assembled
    }

    private func ask(
        _ site: Site, _ assembled: [Assembled], _ search: SearchSettings, _ diagnostics: inout [Diagnostic]
    ) throws -> AskReport? {
        if options.asks == .no { return nil }
        let indices = try concurrentMap(count: 2) { number in
            MemoryIndex(
                assembled.compactMap { number == 0 ? $0.segment : $0.unaskedSegment }, settings: search.settings)
        }
        let (report, misses) = try AskCheck(site: site).run(
            indexed: indices[0], unindexed: indices[1], reportsUnindexed: options.asks == .unindexed)
        diagnostics += misses
        return report
    }
}

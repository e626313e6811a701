import SiteModel

/// A whole build: load, and where the site is good, draw it and put it in the place of the old one.
public struct SiteBuild: Sendable {
    public struct Report: Sendable {
        public var pageCount = 0
        public var wordCount = 0
        public var indexBytes = 0
        /// Whether the output was replaced.
        public var isWritten = false
        public var loaded: LoadedSite
    }

    private let options: BuildOptions

    public init(options: BuildOptions) {
        self.options = options
    }

    /// - Throws: what stops the run; the old site is then as it was.
    public func run() throws -> Report {
        try SourceGuard(source: options.source).refuse(output: options.output)
        let folder = try SiteFolder(target: options.output)
        do {
            let loaded = try SiteLoader(options: options).load(startsIndex: true)
            var report = Report(loaded: loaded)
            report.pageCount = loaded.site.pages.count
            report.wordCount = loaded.wordCount
            if loaded.errorCount > 0, !options.keepsGoing {
                folder.discard()
                return report
            }
            let emitter = SiteEmitter(loaded: loaded)
            try folder.prepare(folders: emitter.folders)
            report.indexBytes = try emitter.emit(to: folder)
            try folder.commit()
            report.isWritten = true
            return report
        } catch {
            folder.discard()
            throw error
        }
    }
}

/// Turns sealed segments into the files of the index.
///
/// After `init`, every file can be made by itself, in any order and on any thread: `file(at:deflate:)` for `0..<fileCount`.
public struct IndexWriter: Sendable {
    private let segments: [IndexSegment]
    private let merge: TermMerge
    private let plan: EntryPlan
    private let shards: [Range<Int>]
    private let vocabulary: VocabularyPlan
    private let codes: TextCodes
    private let pieces: PiecePlan
    private let lists: ListBuilder
    private let start: StartFile
    private let generation: UInt64

    /// Bytes before compression at which a file of term lists, and a piece of pages' texts, is full.
    static let shardSize = 12_000
    static let pieceSize = 18_500

    /// - Parameter segments: in the order of their pages.
    public init(_ segments: [IndexSegment], settings: IndexSettings) {
        self.segments = segments
        merge = TermMerge(segments)
        lists = ListBuilder(segments, merge)
        let documents = merge.documentCounts(segments)
        let plan = EntryPlan(merge.words, documents: documents, Analyzer(settings.lexicon))
        self.plan = plan
        shards = EntryPlan.cut(plan.entries.count, size: Self.shardSize) { plan.entries[$0].size }
        vocabulary = VocabularyPlan(merge.words, documents: documents)
        let ranks = vocabulary.ranks
        codes = TextCodes(TextCounts(segments, merge, vocabulary, plan.families, ranks))
        pieces = PiecePlan(segments, merge, ranks: ranks, codes, size: Self.pieceSize)
        generation = Self.generation(segments, settings)
        start = Self.start(segments, settings, plan, shards, vocabulary, pieces)
    }

    public var fileCount: Int { shards.count + vocabulary.fileCount + pieces.ranges.count + 1 }

    /// Whether the file is the one that is loaded before all others.
    public func isStart(at index: Int) -> Bool { index == fileCount - 1 }

    /// Words in all pages.
    public var wordCount: Int { segments.reduce(0) { $0 + $1.lengths.words } }

    public func file(at index: Int, deflate: Deflate) -> IndexFile {
        var index = index
        if index < shards.count {
            return Envelope.seal(terms(shards[index]), .terms, index, generation: generation, deflate: deflate)
        }
        index -= shards.count
        if index < vocabulary.fileCount {
            let part = vocabulary.file(index, codes)
            return Envelope.seal(part.content, part.kind, part.number, generation: generation, deflate: deflate)
        }
        index -= vocabulary.fileCount
        if index < pieces.ranges.count {
            let content = pieces.content(index, segments)
            return Envelope.seal(content, .pages, index, generation: generation, deflate: deflate)
        }
        return Envelope.seal(start.content(codes), .start, 0, generation: generation, deflate: deflate)
    }

    /// All files, one after the other.
    public static func write(
        _ segments: [IndexSegment], settings: IndexSettings, deflate: Deflate
    ) -> [IndexFile] {
        let writer = IndexWriter(segments, settings: settings)
        return (0..<writer.fileCount).map { writer.file(at: $0, deflate: deflate) }
    }

    private func terms(_ range: Range<Int>) -> FileContent {
        TermShardWriter(plan, range, lists, codes)
            .content(sectionCount: start.sectionCount, pageCount: start.pages.count)
    }

    private static func generation(_ segments: [IndexSegment], _ settings: IndexSettings) -> UInt64 {
        var fingerprint = Fingerprint()
        fingerprint.add(UInt64(Envelope.version))
        for segment in segments {
            for value in segment.fingerprints { fingerprint.add(value) }
        }
        for text in settings.types + settings.languages { fingerprint.add(text) }
        let lexicon = settings.lexicon
        for text in [lexicon.roots, lexicon.families, lexicon.synonyms, lexicon.shorthand, lexicon.functionWords] {
            fingerprint.add(text)
        }
        for pin in settings.pins {
            fingerprint.add(pin.query)
            fingerprint.add(pin.url)
        }
        return fingerprint.value
    }

    private static func start(
        _ segments: [IndexSegment], _ settings: IndexSettings, _ plan: EntryPlan, _ shards: [Range<Int>],
        _ vocabulary: VocabularyPlan, _ pieces: PiecePlan
    ) -> StartFile {
        var start = StartFile()
        start.sectionCount = segments.reduce(0) { $0 + $1.sectionCount }
        start.types = settings.types
        start.languages = settings.languages
        let pages = segments.flatMap { $0.pages }
        start.pages = pages.map { page in
            StartFile.PageRow(
                type: page.type, language: page.language, weight: UInt8(max(1, min(255, page.weight))),
                sections: page.sections.count)
        }
        start.successions = successions(pages)
        start.termShards = EntryPlan.boundaries(shards) { plan.name(plan.entries[$0]) }
        start.vocabularies = EntryPlan.boundaries(vocabulary.forward) { Array(vocabulary.words[vocabulary.rest[$0]]) }
        start.reversed = EntryPlan.boundaries(vocabulary.backward) { Array(vocabulary.reversed($0)) }
        start.pieces = pieces.ranges.map { $0.lowerBound }
        start.headWords = vocabulary.headWords
        start.lexicon = settings.lexicon
        for pin in settings.pins {
            guard let page = pages.firstIndex(where: { $0.url == pin.url }) else { continue }
            start.pins.append(StartFile.Pin(query: pin.query, page: page))
        }
        return start
    }

    private static func successions(_ pages: [SearchPage]) -> [StartFile.Succession] {
        var successions: [StartFile.Succession] = []
        var isAdded = pages.map { $0.successor.isEmpty }
        func add(_ old: Int) {
            if isAdded[old] { return }
            isAdded[old] = true
            let new = pages.firstIndex { $0.url == pages[old].successor } ?? old
            add(new)
            successions.append(StartFile.Succession(old: old, new: new))
        }
        for old in pages.indices { add(old) }
        return successions
    }
}

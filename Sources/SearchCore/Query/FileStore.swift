/// The files of an index that have been loaded so far; the others are asked for by name.
///
/// A page of search stays open all day. So texts and vocabulary are kept as they came, and taken apart when they are read.
final class FileStore {
    let generation: UInt64
    private let dictionary: [[UInt8]]
    private let tables: TextTables
    private let sectionCount: Int
    private let pageCount: Int
    private var terms: [State<TermShardReader>]
    private var vocabularies: [State<OpenedFile>]
    private var reversed: [State<OpenedFile>]
    private var pieces: [State<OpenedFile>]
    /// The pages that were read last, which the next letter of a query mostly reads again.
    private var recentPages: [SearchPage] = []
    private var recentNumbers: [Int] = []
    private var oldest = 0
    private static let recentLimit = 256
    private(set) var hasDamage = false

    private enum State<Content> {
        case missing
        case damaged
        case loaded(Content)
    }

    init(_ start: StartFile, _ tables: TextTables, generation: UInt64) {
        self.generation = generation
        self.tables = tables
        sectionCount = start.sectionCount
        pageCount = start.pages.count
        dictionary = start.dictionary
        terms = start.termShards.map { _ in .missing }
        vocabularies = start.vocabularies.map { _ in .missing }
        reversed = start.reversed.map { _ in .missing }
        pieces = start.pieces.map { _ in .missing }
    }

    /// Takes a file; one that is damaged, of another index or unknown is noted as damage and asked for no more.
    func provide(_ kind: FileKind, _ number: Int, _ file: OpenedFile?) {
        var file = file
        if let opened = file, opened.generation != generation || opened.number != number { file = nil }
        switch kind {
        case .terms:
            let shard = file.flatMap {
                TermShardReader($0, tables, sectionCount: sectionCount, pageCount: pageCount)
            }
            Self.put(shard, number, &terms, &hasDamage)
        case .vocabulary: Self.put(file, number, &vocabularies, &hasDamage)
        case .reversed: Self.put(file, number, &reversed, &hasDamage)
        case .pages: Self.put(file, number, &pieces, &hasDamage)
        case .start: hasDamage = true
        }
    }

    private static func put<Content>(
        _ content: Content?, _ number: Int, _ states: inout [State<Content>], _ hasDamage: inout Bool
    ) {
        guard number < states.count else { return hasDamage = true }
        if let content {
            states[number] = .loaded(content)
        } else {
            states[number] = .damaged
            hasDamage = true
        }
    }

    /// The shard; nil when it is damaged, or when it is missing, which is noted in `wanted`.
    func terms(_ number: Int, _ wanted: inout FileRequest) -> TermShardReader? {
        Self.get(terms, number, .terms, &wanted)
    }

    func vocabulary(_ number: Int, _ wanted: inout FileRequest) -> [VocabularyWord]? {
        words(&vocabularies, number, .vocabulary, &wanted)
    }

    func reversed(_ number: Int, _ wanted: inout FileRequest) -> [VocabularyWord]? {
        words(&reversed, number, .reversed, &wanted)
    }

    private func words(
        _ states: inout [State<OpenedFile>], _ number: Int, _ kind: FileKind, _ wanted: inout FileRequest
    ) -> [VocabularyWord]? {
        guard let file = Self.get(states, number, kind, &wanted) else { return nil }
        let words = VocabularyShard.read(file.bits, tables)
        if words == nil { Self.put(nil, number, &states, &hasDamage) }
        return words
    }

    /// The page at a place of a piece.
    func page(_ page: Int, at place: Int, of piece: Int, _ wanted: inout FileRequest) -> SearchPage? {
        if let recent = recentNumbers.firstIndex(of: page) { return recentPages[recent] }
        guard let file = Self.get(pieces, piece, .pages, &wanted) else { return nil }
        guard let text = PagePieceReader.read(file, at: place, tables, dictionary: dictionary) else {
            Self.put(nil, piece, &pieces, &hasDamage)
            return nil
        }
        remember(page, text)
        return text
    }

    private func remember(_ page: Int, _ text: SearchPage) {
        guard recentPages.count == Self.recentLimit else {
            recentNumbers.append(page)
            return recentPages.append(text)
        }
        recentNumbers[oldest] = page
        recentPages[oldest] = text
        oldest = (oldest + 1) % Self.recentLimit
    }

    /// Adds all files that are not there yet; none of an index that has more than `most`.
    func addRest(most: Int, to wanted: inout FileRequest) {
        guard terms.count + vocabularies.count + reversed.count + pieces.count <= most else { return }
        Self.addMissing(terms, .terms, &wanted)
        Self.addMissing(vocabularies, .vocabulary, &wanted)
        Self.addMissing(reversed, .reversed, &wanted)
        Self.addMissing(pieces, .pages, &wanted)
    }

    private static func addMissing<Content>(
        _ states: [State<Content>], _ kind: FileKind, _ wanted: inout FileRequest
    ) {
        for (number, state) in states.enumerated() {
            if case .missing = state { wanted.add(kind, number) }
        }
    }

    private static func get<Content>(
        _ states: [State<Content>], _ number: Int, _ kind: FileKind, _ wanted: inout FileRequest
    ) -> Content? {
        guard number >= 0, number < states.count else { return nil }
        switch states[number] {
        case .missing:
            wanted.add(kind, number)
            return nil
        case .damaged: return nil
        case .loaded(let content): return content
        }
    }
}

/// Files that a search cannot go on without.
struct FileRequest {
    private(set) var files: [(kind: FileKind, number: Int)] = []

    var isEmpty: Bool { files.isEmpty }

    mutating func add(_ kind: FileKind, _ number: Int) {
        for file in files where file.kind == kind && file.number == number { return }
        files.append((kind, number))
    }

    func names(generation: UInt64) -> [[UInt8]] {
        files.map { Envelope.name($0.kind, $0.number, generation: generation) }
    }
}

import Testing

@testable import SearchCore
@testable import SearchStore

/// What happens to an index whose files are damaged, cut short, exchanged or made by someone else.
@Suite struct DamageTests {
    private static let queries = ["kaunter kata5x", "perkhidmatn aduan -ulang", "\"suara bahagian\" sou", "nombor 7"]

    /// Not one character of a file can change unnoticed.
    @Test func aChangedCharacterIsNoticed() throws {
        let whole = try SmallIndex()
        let sound = whole.answers(Self.queries)
        var random = Seeded(state: 3)
        for name in whole.files.keys.sorted() {
            for _ in 0..<60 {
                var damaged = whole
                damaged.files[name] = random.damaged(whole.files[name] ?? [])
                let answers = damaged.answers(Self.queries)
                for (answer, right) in zip(answers, sound) where !answer.hasProblem {
                    #expect(answer.json == right.json, "\(name)")
                }
            }
        }
    }

    /// Files in a good frame, as anyone can make them, whose insides are nonsense: no trap, no hang.
    @Test func nonsenseInAGoodFrameIsSurvived() throws {
        let whole = try SmallIndex()
        var random = Seeded(state: 5)
        let names = whole.files.keys.sorted()
        for round in 0..<4_000 {
            let name = names[round % names.count]
            var damaged = whole
            let forged = SmallIndex.forged(whole.files[name] ?? [], &random)
            #expect(forged != nil)
            damaged.files[name] = forged
            _ = damaged.answers([Self.queries[round % Self.queries.count]])
        }
    }

    @Test func aFileOfAnotherPlaceOrSiteIsRefused() throws {
        let whole = try SmallIndex()
        let other = try SmallIndex(greeting: "Selamat petang")
        let query = ["kaunter kata5x"]
        for (mine, theirs) in zip(whole.files.keys.sorted(), other.files.keys.sorted()) where mine != "start.js" {
            var mixed = whole
            mixed.files[mine] = other.files[theirs]
            let answer = mixed.answers(query)[0]
            #expect(answer.hasProblem || answer.json == whole.answers(query)[0].json)
        }
        var missing = whole
        missing.files = ["start.js": whole.files["start.js"] ?? []]
        #expect(missing.answers(query)[0].hasProblem)
    }

    @Test func anotherVersionIsToldFromDamage() throws {
        let start = try SmallIndex().files["start.js"] ?? []
        let raw = try #require(ScriptText.bytes(in: start))
        var other = raw
        other[2] = Envelope.version + 1
        #expect(throws: IndexProblem.version) { try SearchEngine(start: other) }
        #expect(throws: IndexProblem.damaged) { try SearchEngine(start: Array(raw.prefix(raw.count / 2))) }
        #expect(throws: IndexProblem.damaged) { try SearchEngine(script: []) }
        #expect(throws: IndexProblem.damaged) { try SearchEngine(script: Array("<!doctype html>".utf8)) }
        #expect(throws: IndexProblem.version) { try SearchEngine(script: Array("panduan.shard(\"start\",\"e\")".utf8)) }
    }
}

/// An index of a few pages with hardly any words of its own, so that thousands can be opened.
struct SmallIndex {
    var files: [String: [UInt8]]

    struct Answer: Equatable {
        var json: String
        var hasProblem: Bool
    }

    init(greeting: String = "Selamat pagi") throws {
        var pages = (0..<24).map { number in
            page(
                "soalan/s\(number).html", "Soalan \(number)",
                ("", "\(greeting). Perkhidmatan kaunter nombor \(number) dibuka kepada pelanggan."),
                ("Bahagian \(number % 7)", "Perkataan kata\(number % 13)x ulang suara bahagian aduan."))
        }
        pages[3].answer = SearchAnswer()
        pages[3].answer?.say = Array("Ya, kaunter dibuka.".utf8)
        pages[4].keywords = [Array("nombor tujuh".utf8)]
        let lexicon = Lexicon(
            roots: Array("khidmat\t9\nadu\t5\nbahagi\t4\n".utf8), synonyms: Array("aduan, komplen = complaint\n".utf8),
            functionWords: Array("yang dan".utf8))
        var settings = IndexSettings(
            types: TestIndex.settings.types, languages: TestIndex.settings.languages, lexicon: lexicon)
        settings.pins = [(Array("pagi".utf8), Array("soalan/s5.html".utf8))]
        let written = IndexWriter.write(TestIndex.deal(pages, 1), settings: settings) { deflated($0) }
        files = Dictionary(uniqueKeysWithValues: written.map { (String(decoding: $0.name, as: UTF8.self), $0.bytes) })
    }

    /// The answers of one engine, opened anew; "refused" when it cannot be opened.
    func answers(_ queries: [String]) -> [Answer] {
        guard var engine = try? SearchEngine(script: files["start.js"] ?? []) else {
            return queries.map { _ in Answer(json: "refused", hasProblem: true) }
        }
        return queries.map { query in
            for _ in 0..<32 {
                switch engine.search(Array(query.utf8)) {
                case .results(let results):
                    return Answer(json: String(decoding: results.json, as: UTF8.self), hasProblem: results.hasProblem)
                case .needs(let names):
                    for name in names {
                        engine.provide(name, script: files[String(decoding: name, as: UTF8.self)])
                    }
                }
            }
            return Answer(json: "endless", hasProblem: false)
        }
    }

    /// The same file with some bytes of its content changed, in a frame that is as good as new.
    static func forged(_ file: [UInt8], _ random: inout Seeded) -> [UInt8]? {
        guard let bytes = ScriptText.bytes(in: file), let kind = FileKind(rawValue: bytes[3]),
            let opened = try? Envelope.open(bytes, kind)
        else { return nil }
        let first = opened.bits.bit / 8
        var content = FileContent(strings: opened.strings, bits: Array(bytes[first...].dropLast(Envelope.checkSize)))
        for _ in 0...Int(random.next() % 3) {
            let changesStrings = content.bits.isEmpty || !content.strings.isEmpty && random.next() % 2 == 0
            if changesStrings { random.spoil(&content.strings) } else { random.spoil(&content.bits) }
        }
        let generation = opened.generation
        return Envelope.seal(content, kind, opened.number, generation: generation) { deflated($0) }.bytes
    }
}

/// Numbers that are the same in every run.
struct Seeded {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }

    mutating func spoil(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        bytes[Int(next() % UInt64(bytes.count))] = [0, 0xFF, UInt8(truncatingIfNeeded: next())][Int(next() % 3)]
    }

    /// A file with one character changed or dropped, or cut short.
    mutating func damaged(_ file: [UInt8]) -> [UInt8] {
        var file = file
        let place = Int(next() % UInt64(file.count))
        switch next() % 4 {
        case 0: file.removeLast(file.count - place)
        case 1: file.remove(at: place)
        default: file[place] = UInt8(33 + next() % 94)
        }
        return file
    }
}

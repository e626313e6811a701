/// One file of term lists, as it is written; `TermShardReader` beside it reads it.
///
/// First the lists of all entries: how many documents, and each as the gap from the one before, by Rice's code, with its
/// impact, by a code of the file. Then the entries' names, in the same order.
struct TermShardWriter {
    /// An impact is less than this.
    static let impactCount = 64

    private let plan: EntryPlan
    private let range: Range<Int>
    private let codes: TextCodes
    /// The documents of all lists, and where each list ends: of each entry, its sections and its pages.
    private let documents: [WeighedDocument]
    private let ends: [Int]

    /// - Parameter range: of the plan's entries.
    init(_ plan: EntryPlan, _ range: Range<Int>, _ builder: ListBuilder, _ codes: TextCodes) {
        self.plan = plan
        self.range = range
        self.codes = codes
        let most = plan.entries[range].reduce(0) { $0 + builder.count(plan.listed($1)) }
        var ends: [Int] = []
        ends.reserveCapacity(range.count * 2)
        documents = [WeighedDocument](unsafeUninitializedCapacity: most) { documents, count in
            for entry in plan.entries[range] {
                let words = plan.listed(entry)
                builder.addSections(of: words, to: documents, &count)
                ends.append(count)
                builder.addPages(of: words, to: documents, &count)
                ends.append(count)
            }
        }
        self.ends = ends
    }

    func content(sectionCount: Int, pageCount: Int) -> FileContent {
        var writer = BitWriter()
        writer.gamma(range.count)
        var impactCounts = [Int](repeating: 0, count: Self.impactCount)
        for item in documents { impactCounts[item.impact] += 1 }
        let impacts = PrefixCode(counts: impactCounts, limit: 12)
        let used = (impactCounts.lastIndex { $0 > 0 } ?? -1) + 1
        writer.put(UInt32(used), 7)
        for length in impacts.lengths[..<used] { writer.put(UInt32(length), 4) }
        var start = 0
        for (index, end) in ends.enumerated() {
            write(documents[start..<end], of: index % 2 == 0 ? sectionCount : pageCount, impacts, to: &writer)
            start = end
        }
        writeNames(to: &writer)
        return FileContent(bits: writer.bytes)
    }

    private func writeNames(to writer: inout BitWriter) {
        var previous: ArraySlice<UInt8> = []
        for entry in plan.entries[range] {
            let name = plan.word(entry)
            codes.write(name, after: previous, to: &writer)
            previous = name
            writer.put(entry.isFamily ? 1 : 0, 1)
            guard entry.isFamily else { continue }
            let members = plan.families.members(entry.number)
            writer.gamma(members.count)
            var last = name
            for member in members {
                let form = plan.words[Int(member)]
                codes.write(form, after: last, to: &writer)
                last = form
            }
        }
    }

    private func write(
        _ list: ArraySlice<WeighedDocument>, of total: Int, _ impacts: PrefixCode, to writer: inout BitWriter
    ) {
        writer.gamma(list.count)
        let size = ListCode.size(list, of: total)
        if list.count >= ListCode.firstWithSize { writer.put(size, 4) }
        var next: UInt32 = 0
        for item in list {
            writer.rice(item.document - next, size, impacts[item.impact])
            next = item.document + 1
        }
    }
}

/// How many bits of a gap between documents are written as they are.
enum ListCode {
    /// Lists of so many documents or more say it; shorter ones have what is usual.
    static let firstWithSize = 4

    /// What suits gaps that are as if drawn by chance.
    static func usual(_ count: Int, of total: Int) -> UInt32 {
        let mean = total / max(count, 1)
        return mean < 2 ? 0 : UInt32(min(15, Int.bitWidth - 1 - (mean * 3 / 4).leadingZeroBitCount))
    }

    /// The size that takes the fewest bits.
    static func size(_ list: ArraySlice<WeighedDocument>, of total: Int) -> UInt32 {
        let usual = usual(list.count, of: total)
        guard list.count >= firstWithSize else { return usual }
        let least = usual > 3 ? usual - 3 : 0
        var above: (UInt32, UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0, 0)
        var next: UInt32 = 0
        for item in list {
            let gap = (item.document - next) &>> least
            above.0 += gap
            above.1 += gap >> 1
            above.2 += gap >> 2
            above.3 += gap >> 3
            above.4 += gap >> 4
            next = item.document + 1
        }
        var best = (size: usual, bits: Int.max)
        for (index, above) in [above.0, above.1, above.2, above.3, above.4].enumerated() {
            let size = least + UInt32(index)
            let bits = list.count * Int(size) + Int(above)
            if size <= min(15, usual + 1), bits < best.bits { best = (size, bits) }
        }
        return best.size
    }
}

/// Finds entries in a file of term lists; shared by all that match in it.
final class TermShardReader: Sendable {
    /// At the names.
    private let reader: BitReader
    private let tables: TextTables
    private let impacts: HuffmanTable
    /// Of each entry, the sections and the pages.
    private let lists: [(sections: Span, pages: Span)]

    /// Nil when the file is damaged.
    init?(_ file: OpenedFile, _ tables: TextTables, sectionCount: Int, pageCount: Int) {
        var reader = file.bits
        let count = reader.gamma()
        let lengths = (0..<reader.take(7)).map { _ in UInt8(reader.take(4)) }
        guard let impacts = HuffmanTable(lengths[...]) else { return nil }
        var lists: [(sections: Span, pages: Span)] = []
        for _ in 0..<count where !reader.failed {
            let sections = Self.span(&reader, of: sectionCount, impacts)
            lists.append((sections, Self.span(&reader, of: pageCount, impacts)))
        }
        if reader.failed { return nil }
        self.reader = reader
        self.tables = tables
        self.impacts = impacts
        self.lists = lists
    }

    /// Calls `body` with each entry whose name `isWanted` accepts; both in the order of names.
    func forEach(_ isWanted: ([UInt8]) -> Bool, _ body: (FoundEntry) -> Void) {
        var reader = reader
        var word: [UInt8] = []
        for list in lists {
            tables.word(&reader, after: &word)
            let isFamily = reader.take(1) == 1
            let name = isFamily ? word + [TermEntry.marker] : word
            let wanted = !reader.failed && isWanted(name)
            let forms = isFamily ? readForms(&reader, after: word, keep: wanted) : []
            if reader.failed { return }
            if wanted { body(FoundEntry(name: name, forms: forms, sections: list.sections, pages: list.pages)) }
        }
    }

    /// Where a list lies, and how its gaps are written.
    struct Span {
        var count: Int
        var bit: Int
        var size: UInt32
    }

    struct FoundEntry {
        var name: [UInt8]
        var forms: [[UInt8]]
        var sections: Span
        var pages: Span
    }

    /// The span of the next list, which is stepped over.
    private static func span(_ reader: inout BitReader, of total: Int, _ impacts: HuffmanTable) -> Span {
        let count = reader.gamma()
        let size = count >= ListCode.firstWithSize ? reader.take(4) : ListCode.usual(count, of: total)
        let span = Span(count: count, bit: reader.bit, size: size)
        for _ in 0..<count where !reader.failed {
            _ = reader.rice(size, impacts)
        }
        return span
    }

    private func readForms(_ reader: inout BitReader, after name: [UInt8], keep: Bool) -> [[UInt8]] {
        var forms: [[UInt8]] = []
        var form = name
        for _ in 0..<reader.gamma() where !reader.failed {
            tables.word(&reader, after: &form)
            if keep { forms.append(form) }
        }
        return forms
    }

    /// The documents of a list below `limit`, each with its impact times `factor`.
    @inline(never)
    func postings(_ span: Span, limit: Int, times factor: Int32) -> [(document: Int32, worth: Int32)] {
        var reader = BitReader(reader.bytes, atBit: span.bit)
        var found: [(document: Int32, worth: Int32)] = []
        found.reserveCapacity(span.count)
        var document = -1
        for _ in 0..<span.count {
            let (gap, impact) = reader.rice(span.size, impacts)
            document = document &+ gap &+ 1
            guard !reader.failed, document >= 0, document < limit else { break }
            found.append((Int32(document), Int32(impact) * factor))
        }
        return found
    }
}

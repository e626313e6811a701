/// The texts of a few neighbouring pages, from which results are shown; `PagePieceReader` beside it reads it.
struct PagePieceWriter {
    private var writer = ByteWriter()
    private var packer: TextPacker

    /// - Parameter ranks: the place of each word of the index in the dictionary of its commonest words, or -1.
    init(firstPage: Int, count: Int, ranks: [Int32]) {
        packer = TextPacker(ranks: ranks)
        writer.number(firstPage)
        writer.number(count)
    }

    /// - Parameter words: the index's number of each of the segment's terms.
    mutating func add(_ number: Int, of segment: IndexSegment, words: [UInt32]) {
        let page = segment.pages[number]
        writer.string(page.url)
        writer.string(page.title)
        writer.number(Int(max(0, page.reviewedDay)))
        writer.number(Int(max(0, page.dueDay)))
        let parts = page.answer?.parts ?? []
        writer.number(parts.count)
        for part in parts { writer.string(part.text) }
        writer.number(page.keywords.count)
        for words in page.keywords { writer.string(words) }
        writer.number(page.sections.count)
        for (place, section) in page.sections.enumerated() {
            let isPlain = section.anchor == plainAnchor(section.heading)
            writer.string(isPlain ? plainAnchorMark : section.anchor)
            let terms = segment.terms(ofSection: segment.firstSections[number] + place)
            write(section.heading, terms.heading, words)
            write(section.text, terms.text, words)
        }
    }

    private mutating func write(_ text: [UInt8], _ terms: ArraySlice<UInt32>, _ words: [UInt32]) {
        writer.string(packer.pack(text, terms: terms, words: words))
    }

    var payload: [UInt8] { writer.bytes }
}

/// Reads the pages of one piece.
enum PagePieceReader {
    /// The pages by their numbers from `first` on, or nil for a damaged piece.
    static func read(_ file: OpenedFile, dictionary: [[UInt8]]) -> (first: Int, pages: [SearchPage])? {
        var reader = ByteReader(file.bytes, at: file.payload)
        let first = reader.number()
        var pages: [SearchPage] = []
        var unpacker = TextUnpacker(dictionary: dictionary)
        for _ in 0..<reader.count(ofSize: 7) { pages.append(page(&reader, &unpacker)) }
        return reader.failed ? nil : (first, pages)
    }

    private static func page(_ reader: inout ByteReader, _ unpacker: inout TextUnpacker) -> SearchPage {
        var page = SearchPage(url: reader.string(), title: reader.string(), sections: [])
        page.reviewedDay = Int32(truncatingIfNeeded: reader.number())
        page.dueDay = Int32(truncatingIfNeeded: reader.number())
        let parts = (0..<reader.count()).map { _ in reader.string() }
        page.answer = SearchAnswer(parts)
        page.keywords = (0..<reader.count()).map { _ in reader.string() }
        page.sections = (0..<reader.count(ofSize: 3)).map { _ in
            let anchor = reader.string()
            let heading = unpacker.unpack(reader.string())
            let text = unpacker.unpack(reader.string())
            let isPlain = anchor == plainAnchorMark
            return SearchSection(anchor: isPlain ? plainAnchor(heading) : anchor, heading: heading, text: text)
        }
        return page
    }
}

extension SearchAnswer {
    /// From the texts of `parts`, in their order; nil when there are none.
    init?(_ texts: [[UInt8]]) {
        guard texts.count == 6 else { return nil }
        say = texts[0]
        self.do = texts[1]
        ask = texts[2]
        time = texts[3]
        form = texts[4]
        refer = texts[5]
    }
}

/// Stands for an anchor that the heading tells.
private let plainAnchorMark: [UInt8] = [1]

/// The anchor that most headings have: lower case, spaces as hyphens, other signs dropped.
private func plainAnchor(_ heading: [UInt8]) -> [UInt8] {
    var anchor: [UInt8] = []
    for byte in heading {
        switch byte {
        case 0x41...0x5A: anchor.append(byte | 0x20)
        case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F, 0x80...: anchor.append(byte)
        case 0x20: anchor.append(0x2D)
        default: continue
        }
    }
    return anchor
}

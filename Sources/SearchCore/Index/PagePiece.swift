/// The texts of a few neighbouring pages, from which results are shown; `PagePieceReader` beside it reads it.
struct PagePieceWriter {
    private var writer = ByteWriter()
    private var packer = TextPacker()

    init(firstPage: Int, count: Int) {
        writer.number(firstPage)
        writer.number(count)
    }

    /// - Parameters:
    ///   - firstSection: the segment's number of the page's first section.
    ///   - codes: for each of the segment's terms, how it is packed.
    mutating func add(_ number: Int, of segment: IndexSegment, firstSection: Int, codes: [PackedWord]) {
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
            writer.string(section.anchor)
            for text in 0..<2 {
                writer.string(packer.pack(2 * (firstSection + place) + text, of: segment, codes: codes))
            }
        }
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
            return SearchSection(anchor: PlainAnchor.read(anchor, heading: heading), heading: heading, text: text)
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

/// The anchor that most headings have: lower case, spaces as hyphens, other signs dropped. It is not stored.
enum PlainAnchor {
    private static let mark: UInt8 = 1

    static func stored(_ anchor: [UInt8], heading: [UInt8]) -> [UInt8] {
        anchor == made(of: heading) ? [mark] : anchor
    }

    static func read(_ stored: [UInt8], heading: [UInt8]) -> [UInt8] {
        stored == [mark] ? made(of: heading) : stored
    }

    private static func made(of heading: [UInt8]) -> [UInt8] {
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
}

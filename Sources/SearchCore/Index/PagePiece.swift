/// The texts of a few neighbouring pages, from which results are shown; `PagePieceReader` beside it reads it.
struct PagePieceWriter {
    private var strings = ByteWriter()
    private var packer: TextPacker

    init(firstPage: Int, count: Int, _ codes: TextCodes) {
        packer = TextPacker(codes)
        strings.number(firstPage)
        strings.number(count)
    }

    /// - Parameter words: for each of the segment's terms, how it is packed.
    mutating func add(_ number: Int, of segment: IndexSegment, _ words: [PackedWord]) {
        let page = segment.pages[number]
        strings.string(page.url)
        strings.number(Int(max(0, page.reviewedDay)))
        strings.number(Int(max(0, page.dueDay)))
        strings.number(page.keywords.count << 1 | (page.answer == nil ? 0 : 1))
        strings.number(page.sections.count)
        for section in page.sections { strings.string(section.anchor) }
        let first = segment.firstTexts[number]
        let end = number + 1 < segment.firstTexts.count ? segment.firstTexts[number + 1] : segment.texts.textCount
        for text in first..<end { packer.pack(text, of: segment, words) }
    }

    var content: FileContent { FileContent(strings: strings.bytes, bits: packer.writer.bytes) }
}

/// Reads the pages of one piece.
enum PagePieceReader {
    /// The page at a place of the piece, or nil for a damaged piece.
    static func read(_ file: OpenedFile, at place: Int, _ tables: TextTables, dictionary: [[UInt8]]) -> SearchPage? {
        var strings = ByteReader(file.strings)
        _ = strings.number()
        var texts = TextUnpacker(file.bits, tables, dictionary: dictionary)
        guard place < strings.count(ofSize: 6) else { return nil }
        // Words are spelt where they come first, so that the pages before have to be read too.
        for _ in 0..<place where !texts.failed { _ = page(&strings, &texts) }
        let page = page(&strings, &texts)
        return strings.failed || texts.failed ? nil : page
    }

    private static func page(_ strings: inout ByteReader, _ texts: inout TextUnpacker) -> SearchPage {
        var page = SearchPage(url: strings.string(), title: [], sections: [])
        page.reviewedDay = Int32(truncatingIfNeeded: strings.number())
        page.dueDay = Int32(truncatingIfNeeded: strings.number())
        let counts = strings.number()
        for _ in 0..<strings.count() {
            let anchor = strings.string()
            let heading = texts.text()
            let text = texts.text()
            page.sections.append(
                SearchSection(anchor: PlainAnchor.read(anchor, heading: heading), heading: heading, text: text))
        }
        page.title = texts.text()
        while page.keywords.count < counts >> 1, !texts.failed { page.keywords.append(texts.text()) }
        if counts & 1 == 1 { page.answer = SearchAnswer((0..<SearchAnswer.partCount).map { _ in texts.text() }) }
        return page
    }
}

extension SearchAnswer {
    static let partCount = 6

    /// From the texts of `parts`, in their order.
    init(_ texts: [[UInt8]]) {
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
    private static let mark: [UInt8] = [1]

    static func stored(_ anchor: [UInt8], heading: [UInt8]) -> [UInt8] {
        anchor == made(of: heading) ? mark : anchor
    }

    static func read(_ stored: [UInt8], heading: [UInt8]) -> [UInt8] {
        stored == mark ? made(of: heading) : stored
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

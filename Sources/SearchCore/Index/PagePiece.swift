/// The texts of a few neighbouring pages, from which results are shown; `PagePieceReader` beside it reads it.
struct PagePieceWriter {
    private var writer = ByteWriter()

    init(firstPage: Int, count: Int) {
        writer.number(firstPage)
        writer.number(count)
    }

    mutating func add(_ page: SearchPage) {
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
        for section in page.sections {
            writer.string(section.anchor)
            writer.string(section.heading)
            writer.string(section.text)
        }
    }

    var payload: [UInt8] { writer.bytes }
}

/// Reads the pages of one piece.
enum PagePieceReader {
    /// The pages by their numbers from `first` on, or nil for a damaged piece.
    static func read(_ file: OpenedFile) -> (first: Int, pages: [SearchPage])? {
        var reader = ByteReader(file.bytes, at: file.payload)
        let first = reader.number()
        var pages: [SearchPage] = []
        for _ in 0..<reader.count(ofSize: 7) { pages.append(page(&reader)) }
        return reader.failed ? nil : (first, pages)
    }

    private static func page(_ reader: inout ByteReader) -> SearchPage {
        var page = SearchPage(url: reader.string(), title: reader.string(), sections: [])
        page.reviewedDay = Int32(truncatingIfNeeded: reader.number())
        page.dueDay = Int32(truncatingIfNeeded: reader.number())
        let parts = (0..<reader.count()).map { _ in reader.string() }
        page.answer = SearchAnswer(parts)
        page.keywords = (0..<reader.count()).map { _ in reader.string() }
        page.sections = (0..<reader.count(ofSize: 3)).map { _ in
            SearchSection(anchor: reader.string(), heading: reader.string(), text: reader.string())
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

/// What an opened index holds for all searches; never changed, so shared.
final class OpenIndex: Sendable {
    let start: StartFile
    let analyzer: Analyzer
    let lists: WordLists
    /// The page of each section, and the first section of each page with the number of all sections at the end.
    let sectionPage: [Int32]
    let sectionStarts: [Int32]
    let isSuperseded: [Bool]

    init(_ start: StartFile) {
        self.start = start
        analyzer = Analyzer(start.lexicon)
        lists = WordLists(start.lexicon, analyzer)
        var sectionPage: [Int32] = []
        var sectionStarts: [Int32] = []
        for (page, row) in start.pages.enumerated() {
            sectionStarts.append(Int32(sectionPage.count))
            for _ in 0..<row.sections { sectionPage.append(Int32(page)) }
        }
        sectionStarts.append(Int32(sectionPage.count))
        var isSuperseded = [Bool](repeating: false, count: start.pages.count)
        for succession in start.successions where succession.old < isSuperseded.count {
            isSuperseded[succession.old] = true
        }
        self.isSuperseded = isSuperseded
        self.sectionPage = sectionPage
        self.sectionStarts = sectionStarts
    }
}

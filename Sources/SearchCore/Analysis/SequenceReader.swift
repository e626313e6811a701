/// Recognizes what stands in several tokens: numbers in words (`dua puluh lima`) and citations (`Bil. 1 Tahun 2008`).
struct SequenceReader {
    /// The number that has just been completed, to be indexed as digits.
    private(set) var number: Int?
    /// A circular's number and year that have just been read.
    private(set) var citation: (number: Int, year: Int)?

    private var pending = 0
    private var parts = 0
    private var pendingTens = false
    private var stage = Stage.nothing
    private var issue = 0
    private var year = 0

    private enum Stage { case nothing, bil, number, numberYearWord, bilNumber, year, yearBil }

    /// - Parameter separator: the byte between the last token and this one.
    mutating func read(_ kind: NumberKind, separator: UInt8) {
        number = nil
        citation = nil
        readNumber(kind)
        readCitation(kind, separator: separator)
    }

    mutating func finish() { read(.other, separator: 0x20) }

    private mutating func readNumber(_ kind: NumberKind) {
        switch kind {
        case .unit(let value) where pendingTens && value < 10:
            extend(to: pending + value, tens: false)
        case .unit(let value):
            complete()
            (pending, parts, pendingTens) = (value, 1, false)
        case .tens(let value):
            complete()
            (pending, parts, pendingTens) = (value, 1, true)
        case .teen where parts == 1 && pending < 10 && !pendingTens:
            extend(to: pending + 10, tens: false)
        case .multiplier(let factor) where parts == 1 && pending < 10 && !pendingTens:
            extend(to: pending * factor, tens: factor == 10)
        default:
            complete()
        }
    }

    private mutating func extend(to value: Int, tens: Bool) {
        pending = value
        parts += 1
        pendingTens = tens
    }

    private mutating func complete() {
        if parts > 1 { number = pending }
        (pending, parts, pendingTens) = (0, 0, false)
    }

    private mutating func readCitation(_ kind: NumberKind, separator: UInt8) {
        switch (kind, stage) {
        case (.digits(let value), .number) where separator == 0x2F && NumberKind.isYear(value),
            (.digits(let value), .numberYearWord) where NumberKind.isYear(value),
            (.digits(let value), .bilNumber) where NumberKind.isYear(value):
            citation = (issue, value)
            stage = .nothing
        case (.digits(let value), .yearBil) where value < 1000:
            citation = (value, year)
            stage = .nothing
        case (.digits(let value), _) where NumberKind.isYear(value):
            year = value
            stage = .year
        case (.digits(let value), _) where value < 1000:
            issue = value
            stage = stage == .bil ? .bilNumber : .number
        case (.yearWord, .number), (.yearWord, .bilNumber): stage = .numberYearWord
        case (.bil, .year): stage = .yearBil
        case (.bil, _): stage = .bil
        default: stage = .nothing
        }
    }
}

/// Results as JSON in UTF-8, the same bytes in the terminal and in the browser.
struct ResultJSON {
    private(set) var bytes: [UInt8] = []

    init(_ results: SearchResults) {
        text("{\"query\":")
        string(results.query)
        text(",\"total\":")
        number(results.total)
        if results.mayHaveMore { text(",\"more\":true") }
        if let correction = results.correction { field("correction", correction) }
        text(",\"types\":{")
        for (index, type) in results.types.enumerated() {
            if index > 0 { text(",") }
            string(type.id)
            text(":")
            number(type.count)
        }
        text("},\"results\":[")
        for (index, result) in results.results.enumerated() {
            if index > 0 { text(",") }
            write(result)
        }
        text(results.hasProblem ? "],\"problem\":true}" : "]}")
    }

    private mutating func write(_ result: SearchResult) {
        text("{\"url\":")
        string(result.url)
        field("title", result.title)
        field("section", result.section)
        field("type", result.type)
        text(",\"score\":")
        number(Int(result.score))
        write(result.excerpt)
        field("reviewed", isoDate(result.reviewedDay))
        field("due", isoDate(result.dueDay))
        text(result.superseded ? ",\"superseded\":true" : ",\"superseded\":false")
        if result.isPinned { text(",\"pinned\":true") }
        if result.isUntranslated { text(",\"untranslated\":true") }
        if let answer = result.answer { write(answer) }
        text(",\"sections\":[")
        for (index, section) in result.sections.enumerated() {
            text(index > 0 ? ",{\"url\":" : "{\"url\":")
            string(section.url)
            field("section", section.section)
            write(section.excerpt)
            text("}")
        }
        text("]")
        for (index, word) in result.missing.enumerated() {
            text(index > 0 ? "," : ",\"missing\":[")
            string(word)
        }
        if !result.missing.isEmpty { text("]") }
        if let explanation = result.explanation {
            text(",\"explanation\":")
            bytes += explanation
        }
        text("}")
    }

    private mutating func write(_ excerpt: Excerpt) {
        field("excerpt", excerpt.text)
        text(",\"marks\":[")
        for (index, mark) in excerpt.marks.enumerated() {
            text(index > 0 ? ",[" : "[")
            number(mark.start)
            text(",")
            number(mark.end)
            text("]")
        }
        text("]")
    }

    private mutating func write(_ answer: SearchAnswer) {
        text(",\"answer\":{")
        var isFirst = true
        for part in answer.parts where !part.text.isEmpty {
            text(isFirst ? "\"" : ",\"")
            text(part.name)
            text("\":")
            string(part.text)
            isFirst = false
        }
        text("}")
    }

    @inline(never)
    private mutating func field(_ name: StaticString, _ value: [UInt8]) {
        text(",\"")
        text(name)
        text("\":")
        string(value)
    }

    @inline(never)
    private mutating func text(_ literal: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    @inline(never)
    private mutating func number(_ value: Int) {
        if value < 0 { bytes.append(0x2D) }
        bytes += decimal(abs(value))
    }

    /// Damaged UTF-8 becomes U+FFFD, so that the line is always JSON.
    @inline(never)
    private mutating func string(_ value: [UInt8]) {
        bytes.append(0x22)
        value.withUnsafeBufferPointer { text in
            var index = 0
            while index < text.count {
                let (scalar, size) = decodeScalar(text, at: index)
                append(scalar, text[index..<index + size])
                index += size
            }
        }
        bytes.append(0x22)
    }

    private mutating func append(_ scalar: UInt32, _ encoded: Slice<UnsafeBufferPointer<UInt8>>) {
        switch scalar {
        case 0x22, 0x5C: bytes += [0x5C, UInt8(scalar)]
        case 0..<0x20, 0x7F:
            text("\\u00")
            bytes += [Self.hex(UInt8(scalar) >> 4), Self.hex(UInt8(scalar) & 15)]
        case 0xFFFD, 0xD800...0xDFFF: text("\u{FFFD}")
        default: bytes.append(contentsOf: encoded)
        }
    }

    private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? digit + 0x30 : digit + 0x57 }
}

/// `YYYY-MM-DD` of a day counted from 1970-01-01; empty for 0.
func isoDate(_ day: Int32) -> [UInt8] {
    guard day > 0 else { return [] }
    let shifted = Int(day) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
    return decimal(year) + [0x2D] + twoDigits(month < 10 ? month + 3 : month - 9) + [0x2D]
        + twoDigits(dayOfYear - (153 * month + 2) / 5 + 1)
}

private func twoDigits(_ value: Int) -> [UInt8] {
    [UInt8(value / 10) + 0x30, UInt8(value % 10) + 0x30]
}

extension SearchResults {
    /// One line of JSON in UTF-8; keys in a fixed order.
    public var json: [UInt8] { ResultJSON(self).bytes }
}

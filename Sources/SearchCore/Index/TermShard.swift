/// One file of term lists, as it is written; `TermShardReader` beside it reads it.
///
/// Three blocks, each of its own kind so that they compress well: the entries' names and counts, the gaps between
/// documents, the impacts.
struct TermShardWriter {
    private var count = 0
    private var head = ByteWriter()
    private var gaps = ByteWriter()
    private var impacts: [UInt8] = []
    private var previous: [UInt8] = []

    /// - Parameter forms: a family's written forms; none for a written form itself.
    mutating func add(_ name: [UInt8], forms: [ArraySlice<UInt8>], sections: ImpactList, pages: ImpactList) {
        count += 1
        head.frontCoded(name, after: previous)
        previous = name
        add(sections)
        add(pages)
        guard name.last == TermEntry.marker else { return }
        head.number(forms.count)
        var last = name
        for form in forms {
            head.frontCoded(Array(form), after: last)
            last = Array(form)
        }
    }

    private mutating func add(_ list: ImpactList) {
        let before = gaps.bytes.count
        var last = -1
        for document in list.documents {
            gaps.number(Int(document) - last - 1)
            last = Int(document)
        }
        head.number(list.documents.count)
        if !list.documents.isEmpty { head.number(gaps.bytes.count - before - list.documents.count) }
        impacts += list.impacts
    }

    var payload: [UInt8] {
        var writer = ByteWriter()
        writer.number(count)
        writer.number(head.bytes.count)
        writer.number(gaps.bytes.count)
        writer.raw(head.bytes)
        writer.raw(gaps.bytes)
        writer.raw(impacts)
        return writer.bytes
    }
}

/// Documents by rising number, with what the term is worth in each.
struct ImpactList {
    var documents: [Int32] = []
    var impacts: [UInt8] = []
}

/// Finds entries in a file of term lists; shared by all that match in it.
final class TermShardReader: Sendable {
    private let bytes: [UInt8]
    private let count: Int
    private let head: Range<Int>
    private let gaps: Range<Int>
    private let impacts: Range<Int>

    /// Nil when the blocks do not fit the file.
    init?(_ file: OpenedFile) {
        bytes = file.bytes
        var reader = ByteReader(bytes, at: file.payload)
        count = reader.number()
        let headSize = reader.number()
        let gapSize = reader.number()
        head = reader.range(headSize)
        gaps = reader.range(gapSize)
        impacts = reader.range(reader.remaining)
        if reader.failed { return nil }
    }

    /// Calls `body` with each entry whose name `isWanted` accepts; both in the order of names.
    func forEach(_ isWanted: ([UInt8]) -> Bool, _ body: (FoundEntry) -> Void) {
        var reader = ByteReader(bytes, at: head.lowerBound, end: head.upperBound)
        var name: [UInt8] = []
        var place = Place(gap: gaps.lowerBound, impact: impacts.lowerBound)
        for _ in 0..<count {
            reader.frontCoded(after: &name)
            let sections = span(&reader, &place)
            let pages = span(&reader, &place)
            let wanted = !reader.failed && isWanted(name)
            let forms = name.last == TermEntry.marker ? readForms(&reader, after: name, keep: wanted) : []
            if reader.failed { return }
            if wanted { body(FoundEntry(name: name, forms: forms, sections: sections, pages: pages)) }
        }
    }

    /// Where a list lies.
    struct Span {
        var count: Int
        var gap: Int
        var impact: Int
    }

    struct FoundEntry {
        var name: [UInt8]
        var forms: [[UInt8]]
        var sections: Span
        var pages: Span
    }

    private struct Place {
        var gap: Int
        var impact: Int
    }

    private func span(_ reader: inout ByteReader, _ place: inout Place) -> Span {
        let count = reader.number()
        let span = Span(count: count, gap: place.gap, impact: place.impact)
        guard count > 0 else { return span }
        // Numbers of a forged file must not overflow where an Int has 32 bits.
        place.gap = place.gap &+ count &+ reader.number()
        place.impact = place.impact &+ count
        let isSound = gaps.contains(place.gap &- 1) && impacts.contains(place.impact &- 1)
        return isSound ? span : Span(count: 0, gap: 0, impact: 0)
    }

    private func readForms(_ reader: inout ByteReader, after name: [UInt8], keep: Bool) -> [[UInt8]] {
        var forms: [[UInt8]] = []
        var form = name
        for _ in 0..<reader.count(ofSize: 2) {
            reader.frontCoded(after: &form)
            if keep { forms.append(form) }
        }
        return forms
    }

    /// Calls `body` with each document of a list below `limit`, and its impact.
    @inline(__always)
    func forEachPosting(_ span: Span, limit: Int, _ body: (Int, Int32) -> Void) {
        var reader = ByteReader(bytes, at: span.gap, end: gaps.upperBound)
        var document = -1
        for index in 0..<span.count {
            document = document &+ reader.number() &+ 1
            guard !reader.failed, document >= 0, document < limit, span.impact + index < bytes.count else { return }
            body(document, Int32(bytes[span.impact + index]))
        }
    }
}

/// Turns counts into what one term is worth in one document, as a byte: BM25's saturation, without its idf.
///
/// A section is weighed as one bag of its text and heading, and again by its heading alone; a page by its title, keywords,
/// tags and answer, each normalised by its own length. Rounding to a byte here is what lets the engine rank without any
/// table of lengths.
struct ImpactModel: Sendable {
    /// Impact of a full match in a field of weight one.
    static let scale: Float = 20

    private let textNorms: [Float]
    /// What a term is worth that comes once in a section's text, as most do.
    private let once: [UInt8]
    private let headingNorms: [Float]
    private let pageNorms: [[Float]]
    private static let pageWeights: [Float] = [0.75, 0.7, 0.2, 0.4]
    private static let headingWeight: Float = 0.5

    init(_ segments: [IndexSegment]) {
        textNorms = Self.norms(segments.flatMap { $0.lengths.texts }, k: 1.2, b: 0.75)
        once = textNorms.map { Self.rounded(Self.saturate(1, $0)) }
        headingNorms = Self.norms(segments.flatMap { $0.lengths.headings }, k: 0.8, b: 0.5)
        let lengths = segments.flatMap { $0.lengths.pages }
        pageNorms = [
            Self.norms(lengths.map { $0.title }, k: 0.8, b: 0.5),
            Self.norms(lengths.map { $0.keywords }, k: 0.8, b: 0.3),
            Self.norms(lengths.map { $0.tags }, k: 0.8, b: 0.3), Self.norms(lengths.map { $0.answer }, k: 1.2, b: 0.5),
        ]
    }

    /// k times the length normalisation of each document, over the documents that have the field.
    private static func norms(_ lengths: [UInt32], k: Float, b: Float) -> [Float] {
        var sum: Float = 0
        var filled: Float = 0
        for length in lengths where length > 0 {
            sum += Float(length)
            filled += 1
        }
        let average = filled > 0 ? sum / filled : 1
        return lengths.map { k * (1 - b + b * Float($0) / average) }
    }

    func section(_ document: Int, text: Int, heading: Int) -> UInt8 {
        if text == 1, heading == 0 { return once[document] }
        var value = Self.saturate(text, textNorms[document])
        if heading > 0 { value += Self.headingWeight * Self.saturate(heading, headingNorms[document]) }
        return Self.rounded(value)
    }

    func page(_ document: Int, _ posting: Posting) -> UInt8 {
        var value: Float = 0
        add(posting.count(.title), field: 0, document, to: &value)
        add(posting.count(.keywords), field: 1, document, to: &value)
        add(posting.count(.tags), field: 2, document, to: &value)
        add(posting.count(.answer), field: 3, document, to: &value)
        return Self.rounded(value)
    }

    @inline(__always)
    private func add(_ count: Int, field: Int, _ document: Int, to value: inout Float) {
        if count > 0 { value += Self.pageWeights[field] * Self.saturate(count, pageNorms[field][document]) }
    }

    private static func saturate(_ count: Int, _ norm: Float) -> Float {
        Float(count) / (Float(count) + norm)
    }

    private static func rounded(_ value: Float) -> UInt8 {
        UInt8(max(1, min(Float(TermShardWriter.impactCount - 1), value * scale + 0.5)))
    }
}

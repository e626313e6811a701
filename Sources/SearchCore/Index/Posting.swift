/// One term in one document, packed so that sorting by value sorts by term, then by document.
///
/// For a section `low` counts the term in the section (ten bits) and in its heading (six); for a page it counts the term in
/// title, keywords, tags and answer (four bits each).
struct Posting: Sendable {
    var packed: UInt64

    @inline(__always)
    init(term: Int, document: Int, low: UInt64) {
        packed = UInt64(term) << 40 | UInt64(document) << 16 | low
    }

    @inline(__always) var term: Int { Int(packed >> 40) }
    @inline(__always) var document: Int { Int(packed >> 16 & 0xFF_FFFF) }

    @inline(__always)
    func count(_ field: Field) -> Int { Int(packed >> field.shift & field.mask) }

    /// Counts one more occurrence, up to what the field holds.
    @inline(__always)
    mutating func increment(_ field: Field) {
        if packed >> field.shift & field.mask != field.mask { packed += 1 << field.shift }
    }

    struct Field: Sendable {
        var shift: UInt64
        var mask: UInt64

        static let text = Field(shift: 0, mask: 0x3FF)
        static let heading = Field(shift: 10, mask: 0x3F)
        static let title = Field(shift: 0, mask: 0xF)
        static let keywords = Field(shift: 4, mask: 0xF)
        static let tags = Field(shift: 8, mask: 0xF)
        static let answer = Field(shift: 12, mask: 0xF)
    }
}

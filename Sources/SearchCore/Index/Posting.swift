/// A term in one document, with how often it is there.
///
/// For a section the lower 16 bits count the term in the section (ten bits) and in its heading (six); for a page they count
/// it in title, keywords, tags and answer (four bits each).
struct Posting: Sendable {
    var packed: UInt64

    @inline(__always)
    init(document: Int, first field: SearchField) { packed = UInt64(document) << 16 | field.once }

    @inline(__always) var document: Int { Int(packed >> 16) }

    /// Counts one more occurrence; a heading's words are words of its section too.
    @inline(__always)
    mutating func add(_ field: SearchField) {
        if field == .heading { increment(.text) }
        increment(field.posting)
    }

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

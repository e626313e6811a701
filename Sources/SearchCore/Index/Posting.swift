/// A term in one document, with how often it is there.
///
/// The lower ten bits count it, each field as far as its bits go, behind which a further one would hardly add to an impact:
/// for a section its text and its heading, for a page its title, keywords, tags and answer.
struct Posting: Sendable {
    var packed: UInt32

    static let countBits: UInt32 = 10
    /// The number by which a document is kept; a segment's documents beyond four million are kept as one.
    @inline(__always)
    static func stored(_ document: Int) -> Int32 { Int32(min(document, 1 << (32 - countBits) - 1)) }

    /// - Parameter document: as it is `stored`.
    @inline(__always)
    init(document: Int32, first field: SearchField) {
        packed = UInt32(bitPattern: document) << Self.countBits | field.once
    }

    @inline(__always) var document: Int { Int(packed >> Self.countBits) }

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
        var shift: UInt32
        var mask: UInt32

        static let text = Field(shift: 0, mask: 0x7F)
        static let heading = Field(shift: 7, mask: 0x7)
        static let title = Field(shift: 0, mask: 0x3)
        static let keywords = Field(shift: 2, mask: 0x7)
        static let tags = Field(shift: 5, mask: 0x3)
        static let answer = Field(shift: 7, mask: 0x7)
    }
}

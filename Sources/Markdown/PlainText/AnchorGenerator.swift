/// Makes stable, readable anchors from headings, unique on a page.
///
/// Letters and digits of any script are kept and lower-cased, white space becomes `-`, everything else is dropped; a
/// repeated anchor gets `-2`, `-3` and so on.
public struct AnchorGenerator: Sendable {
    /// Bytes that are hashed at once, not one by one as an array's elements are.
    private struct Key: Hashable {
        var bytes: [UInt8]

        func hash(into hasher: inout Hasher) {
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
    }

    private var uses: [Key: Int] = [:]
    private let reserved: Set<Key>

    /// - Parameter reserved: ids that something else of the page has. Those of footnotes are never given either.
    public init(reserved: Set<String> = []) {
        self.reserved = Set(reserved.map { Key(bytes: Array($0.utf8)) })
    }

    /// - Parameter heading: plain text, UTF-8.
    public mutating func anchor(for heading: ArraySlice<UInt8>) -> [UInt8] {
        // Room for the headings of most pages.
        if uses.isEmpty { uses.reserveCapacity(12) }
        let base = Self.slug(of: heading)
        let used = uses.updateValue(1, forKey: Key(bytes: base))
        if used == nil, !isReserved(base) { return base }
        var number = (used ?? 1) + 1
        while true {
            var candidate = base
            candidate.append(UInt8(ascii: "-"))
            candidate.append(decimal: number)
            if uses[Key(bytes: candidate)] == nil {
                uses[Key(bytes: base)] = number
                uses[Key(bytes: candidate)] = 1
                return candidate
            }
            number += 1
        }
    }

    private func isReserved(_ anchor: [UInt8]) -> Bool {
        reserved.contains(Key(bytes: anchor)) || anchor.starts(with: "fn-".utf8) || anchor.starts(with: "fnref-".utf8)
    }

    /// The anchor of a heading that stands alone; `bahagian` ("section") when nothing of its text can be kept.
    public static func slug(of heading: ArraySlice<UInt8>) -> [UInt8] {
        var slug: [UInt8] = []
        slug.reserveCapacity(heading.count)
        if heading.allSatisfy({ $0 < 0x80 }) {
            for byte in heading { appendASCII(byte, to: &slug) }
        } else {
            for scalar in String(decoding: heading, as: UTF8.self).unicodeScalars { append(scalar, to: &slug) }
        }
        while slug.last == UInt8(ascii: "-") { slug.removeLast() }
        return slug.isEmpty ? Array("bahagian".utf8) : slug
    }

    private static func appendASCII(_ byte: UInt8, to slug: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            slug.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            slug.append(byte | 0x20)
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "-"):
            if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
        default:
            break
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to slug: inout [UInt8]) {
        if scalar.isASCII {
            appendASCII(UInt8(scalar.value), to: &slug)
            return
        }
        let properties = scalar.properties
        if properties.isAlphabetic || properties.numericType != nil || isMark(properties.generalCategory) {
            slug.append(contentsOf: properties.lowercaseMapping.utf8)
        } else if properties.isWhitespace || properties.generalCategory == .dashPunctuation {
            appendASCII(UInt8(ascii: " "), to: &slug)
        }
    }

    private static func isMark(_ category: Unicode.GeneralCategory) -> Bool {
        category == .nonspacingMark || category == .spacingMark
    }
}

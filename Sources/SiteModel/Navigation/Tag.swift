/// A tag and the pages that bear it. Spellings that differ only in case or accents are one tag.
public struct Tag: Sendable {
    public let title: String
    public let slug: String
    /// Entries of the view, by title.
    public internal(set) var entries: [Int]

    /// A tag that a page bears, as the page spells it.
    public struct Use: Sendable {
        public let title: String
        /// Index in the view's tags.
        public internal(set) var tag: Int
    }

    /// - Parameter rank: place of each entry in the order of titles.
    /// - Returns: tags by title, and what each entry bears of them.
    static func collect(
        entries: [SiteView.Entry], pages: [Page], rank: [Int]
    ) -> (tags: [Tag], uses: [[Use]]) {
        var tags: [Tag] = []
        var uses: [[Use]] = []
        var indices: [String: Int] = [:]
        for (index, entry) in entries.enumerated() {
            var used: [Use] = []
            for title in pages[entry.page].metadata.tags.lazy.map(\.value) {
                let slug = slug(title)
                guard !slug.isEmpty else { continue }
                let tag = indices[slug] ?? tags.count
                if used.contains(where: { $0.tag == tag }) { continue }
                used.append(Use(title: title, tag: tag))
                if tag == tags.count {
                    indices[slug] = tag
                    tags.append(Tag(title: title, slug: slug, entries: [index]))
                } else {
                    tags[tag].entries.append(index)
                }
            }
            uses.append(used)
        }
        for tag in tags.indices { tags[tag].entries.sort { rank[$0] < rank[$1] } }
        let keys = tags.map { NaturalOrder.key($0.title) }
        let order = tags.indices.sorted {
            keys[$0] != keys[$1] ? keys[$0].lexicographicallyPrecedes(keys[$1]) : tags[$0].slug < tags[$1].slug
        }
        var place = [Int](repeating: 0, count: tags.count)
        for (index, tag) in order.enumerated() { place[tag] = index }
        for entry in uses.indices {
            for index in uses[entry].indices { uses[entry][index].tag = place[uses[entry][index].tag] }
        }
        return (order.map { tags[$0] }, uses)
    }

    /// Whether two spellings differ in nothing but case and accents.
    public static func areAlike(_ a: String, _ b: String) -> Bool {
        a == b || NaturalOrder.folded(a) == NaturalOrder.folded(b)
    }

    /// Lower-case letters and digits, anything else as single hyphens.
    public static func slug(_ text: String) -> String {
        if let slug = plainSlug(text) { return slug }
        var slug = ""
        for scalar in NaturalOrder.folded(text).unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                slug.unicodeScalars.append(scalar)
            } else if !slug.isEmpty, slug.last != "-" {
                slug.append("-")
            }
        }
        return slug.last == "-" ? String(slug.dropLast()) : slug
    }

    /// The same for plain ASCII, which tags nearly always are, without asking what each character is.
    private static func plainSlug(_ text: String) -> String? {
        let hyphen = UInt8(ascii: "-")
        var slug: [UInt8] = []
        slug.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case 0x61...0x7A, 0x30...0x39: slug.append(byte)
            case 0x41...0x5A: slug.append(byte | 0x20)
            case 0x80...: return nil
            default: if let last = slug.last, last != hyphen { slug.append(hyphen) }
            }
        }
        if slug.last == hyphen { slug.removeLast() }
        return String(decoding: slug, as: UTF8.self)
    }
}

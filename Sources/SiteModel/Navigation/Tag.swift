/// A tag and the pages that bear it. Spellings that differ only in case or accents are one tag.
public struct Tag: Sendable {
    public let title: String
    public let slug: String
    /// Entries of the view, by title.
    public internal(set) var entries: [Int]

    /// - Parameter rank: place of each entry in the order of titles.
    static func collect(entries: [SiteView.Entry], pages: [Page], rank: [Int]) -> [Tag] {
        var tags: [Tag] = []
        var indices: [String: Int] = [:]
        for (index, entry) in entries.enumerated() {
            var seen: Set<String> = []
            for title in pages[entry.page].metadata.tags {
                let slug = slug(title)
                guard !slug.isEmpty, seen.insert(slug).inserted else { continue }
                if let known = indices[slug] {
                    tags[known].entries.append(index)
                } else {
                    indices[slug] = tags.count
                    tags.append(Tag(title: title, slug: slug, entries: [index]))
                }
            }
        }
        for tag in tags.indices { tags[tag].entries.sort { rank[$0] < rank[$1] } }
        let sortable = tags.map { (NaturalOrder.key($0.title), $0) }
        return sortable.sorted { $0.0 != $1.0 ? $0.0.lexicographicallyPrecedes($1.0) : $0.1.slug < $1.1.slug }.map(\.1)
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

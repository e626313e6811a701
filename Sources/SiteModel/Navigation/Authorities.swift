/// Which page replaced which, and which page is the circular that a citation names.
public struct Authorities: Sendable {
    private var successors: [String: String] = [:]
    private var predecessors: [String: [String]] = [:]
    private var circulars: [(form: String, key: String)] = []
    /// Circulars that another page replaces, to be found in running text.
    public private(set) var cancelled = CancelledCitations()

    public init() {}

    /// - Parameter pages: every page, in the order of the site.
    public init(pages: some Sequence<(address: PageAddress, metadata: PageMetadata)>) {
        var numbers: [(number: String, key: String)] = []
        for (address, metadata) in pages {
            if let written = metadata.supersededBy?.value, successors[address.key] == nil,
                let path = RelativePath.resolve(written, in: address.folder)
            {
                let key = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
                successors[address.key] = key
                predecessors[key, default: []].append(address.key)
            }
            for field in metadata.fields where field.field.name == "number" {
                circulars.append((Self.form(field.text), address.key))
                numbers.append((field.text, address.key))
            }
        }
        cancelled = CancelledCitations(numbers.filter { successors[$0.key] != nil })
        circulars.sort { ($0.form.utf8.count, $0.form, $0.key) > ($1.form.utf8.count, $1.form, $1.key) }
    }

    /// Key of the page that replaced this one.
    public func successor(of key: String) -> String? { successors[key] }

    public func predecessors(of key: String) -> [String] { predecessors[key] ?? [] }

    public func isSuperseded(_ key: String) -> Bool { successors[key] != nil }

    /// Key of the circular that the text cites.
    public func cited(in text: String) -> String? {
        if circulars.isEmpty { return nil }
        let form = Array(Self.form(text).utf8)
        return circulars.first { Self.contains(form, Array($0.form.utf8)) }?.key
    }

    /// One spelling for `PKPA Bil. 1/2008`, `PKPA Bil.1 Tahun 2008` and `pkpa bilangan 1/2008`.
    static func form(_ citation: String) -> String {
        let words = citation.lowercased()
            .replacing("tahun", with: "/").replacing("bilangan", with: "bil").replacing(".", with: " ")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.replacing(" / ", with: "/").replacing("/ ", with: "/").replacing(" /", with: "/")
    }

    /// Whether the form stands in the text with no letter or digit on either side.
    private static func contains(_ text: [UInt8], _ form: [UInt8]) -> Bool {
        guard !form.isEmpty, text.count >= form.count else { return false }
        func isWord(_ at: Int) -> Bool {
            guard text.indices.contains(at) else { return false }
            return (48...57).contains(text[at]) || (97...122).contains(text[at])
        }
        return (0...text.count - form.count).contains { start in
            text[start..<start + form.count].elementsEqual(form) && !isWord(start - 1) && !isWord(start + form.count)
        }
    }
}

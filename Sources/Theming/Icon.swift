/// Makes an SVG file fit to stand inside a page.
enum Icon {
    /// The bytes of the `svg` element: hidden from screen readers, for an icon stands beside a word, and without
    /// the attributes of the outermost element but its view box, which the style sheet gives once for all icons.
    static func inline(_ file: [UInt8]) -> [UInt8] {
        let text = file.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
            .map { $0.drop { $0 == " " } }.joined()
        guard let start = end(of: "<svg", in: text, from: text.startIndex),
            let close = text[start...].firstIndex(of: ">")
        else { return [] }
        let attributes = text[start..<close]
        let box = viewBox(in: attributes).map { " viewBox=\"\($0)\"" } ?? ""
        let tail = attributes.last == "/" ? "/" : ""
        return Array("<svg class=\"icon\" aria-hidden=\"true\"\(box)\(tail)\(text[close...])".utf8)
    }

    private static func viewBox(in attributes: Substring) -> Substring? {
        guard let start = end(of: "viewBox=\"", in: attributes, from: attributes.startIndex) else { return nil }
        return attributes[start...].prefix { $0 != "\"" }
    }

    private static func end(of needle: String, in text: some StringProtocol, from start: String.Index) -> String.Index?
    {
        var index = start
        while index < text.endIndex {
            if text[index...].hasPrefix(needle) { return text.index(index, offsetBy: needle.count) }
            index = text.index(after: index)
        }
        return nil
    }
}

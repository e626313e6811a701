/// Makes an SVG file fit to stand inside a page.
enum Icon {
    /// The bytes of the `svg` element with a class and hidden from screen readers; an icon stands beside a word.
    static func inline(_ file: [UInt8]) -> [UInt8] {
        var text = String(decoding: file, as: UTF8.self)
        text = text.split(separator: "\n").map { String($0.drop { $0 == " " }) }.joined()
        // Needed in a file of its own, not inside HTML.
        let namespace = " xmlns=\"http://www.w3.org/2000/svg\""
        let head = text.components(around: namespace).joined()
        return Array(head.components(around: "<svg").joined(separator: "<svg class=\"icon\" aria-hidden=\"true\"").utf8)
    }
}

extension String {
    /// The parts before and after the first occurrence of `separator`; the whole when there is none.
    fileprivate func components(around separator: String) -> [String] {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(separator) {
                let end = index(start, offsetBy: separator.count)
                return [String(self[..<start]), String(self[end...])]
            }
            start = index(after: start)
        }
        return [self]
    }
}

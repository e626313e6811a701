import SiteModel

/// Takes the links out of a page that lead to pages outside its package; their words stay.
struct PackagedLinks {
    /// Output path of the page.
    let path: String
    /// Output paths of the pages in the package.
    let pages: Set<String>

    func cut(_ html: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(html.count)
        var rest = html[...]
        var isCut = false
        while let start = rest.firstIndex(of: UInt8(ascii: "<")),
            let end = rest[start...].firstIndex(of: UInt8(ascii: ">"))
        {
            output += rest[..<start]
            let tag = rest[start...end]
            if tag.starts(with: "<a ".utf8), let address = Self.address(in: tag), leadsOut(address) {
                isCut = true
            } else if isCut, tag.elementsEqual("</a>".utf8) {
                isCut = false
            } else {
                output += tag
            }
            rest = rest[(end + 1)...]
        }
        return output + rest
    }

    private func leadsOut(_ address: String) -> Bool {
        let file = address.prefix { $0 != "#" && $0 != "?" }
        if file.isEmpty || file.contains(":") || file.hasPrefix("//") { return false }
        guard file.hasSuffix(".html"), let decoded = URLPath.decoded(String(file)),
            let target = RelativePath.resolve(decoded, in: RelativePath.folder(of: path))
        else { return false }
        return !pages.contains(target)
    }

    /// The value of `href`, as our own renderer writes it.
    private static func address(in tag: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: tag, as: UTF8.self)
        guard let start = text.firstRange(of: "href=\"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }
}

// Raw HTML: written, left out or shown, as the site allows.

import HTMLEscaping

func writeRawHTML(
    _ node: Document.Node, in document: Document, options: HTMLOptions, to output: inout [UInt8]
) {
    let html = document.text(of: node.text)
    switch options.rawHTML {
    case .allow where options.filtersTags:
        html.withUnsafeBufferPointer { appendFilteringTags($0, to: &output) }
    case .allow:
        output.append(contentsOf: html)
    case .omit:
        output.append("<!-- raw HTML omitted -->")
    case .escape:
        if node.kind == .htmlBlock { output.append("<p>") }
        appendEscapedHTML(html, to: &output)
        if node.kind == .htmlBlock { output.append("</p>") }
    }
}

/// Tags that change how everything after them is read, which GFM disallows.
private let filteredTags: [StaticString] = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
]

/// Neutralises the `<` of disallowed tags.
private func appendFilteringTags(_ html: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var position = 0
    while let found = html.firstIndex(of: UInt8(ascii: "<"), from: position) {
        position = found + 1
        guard isFilteredTag(html, at: position) else { continue }
        output.append(contentsOf: html.slice(start..<found))
        output.append("&lt;")
        start = position
    }
    output.append(contentsOf: html.slice(start..<html.count))
}

private func isFilteredTag(_ html: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let name = html.has(UInt8(ascii: "/"), at: start) ? start + 1 : start
    return filteredTags.contains { tag in
        let end = name + tag.utf8CodeUnitCount
        guard end <= html.count else { return false }
        let tagBytes = UnsafeBufferPointer(start: tag.utf8Start, count: tag.utf8CodeUnitCount)
        guard html[name..<end].lazy.map({ $0 | 0x20 }).elementsEqual(tagBytes) else { return false }
        // The name has to end here.
        return end == html.count || html[end].isASCIIWhitespace || html[end] == UInt8(ascii: ">")
            || html[end] == UInt8(ascii: "/")
    }
}

import Markdown
import SearchCore

/// Cuts a document into the sections that search finds: at each heading that stands outside any other block.
///
/// Lists of links are left out under a heading, and so is a section that holds nothing else ("Baca lagi"): what it leads to
/// is found by itself.
struct SectionSplitter {
    private(set) var sections = [SearchSection(anchor: [], heading: [], text: [])]
    private let plainText = PlainTextRenderer()

    /// - Parameter headings: every heading of the document as it was rendered, in reading order.
    mutating func split(_ document: Document, skipping skipped: Document.NodeID?, headings: [RenderedHeading]) {
        var upcoming = 0
        var hasLinks = false
        // Written here before its length is known: the sections' texts have no room to spare.
        var text: [UInt8] = []
        text.reserveCapacity(4 << 10)
        sections.reserveCapacity(headings.count + 1)
        func closeSection() {
            if hasLinks, text.isEmpty {
                sections.removeLast()
            } else {
                sections[sections.count - 1].text = text.withUnsafeBufferPointer { Array($0) }
            }
            text.removeAll(keepingCapacity: true)
            hasLinks = false
        }
        for child in document.children(of: document.root) where child != skipped {
            if document[child].kind == .heading {
                while upcoming < headings.count, headings[upcoming].node != child { upcoming += 1 }
                guard upcoming < headings.count else { continue }
                closeSection()
                let heading = headings[upcoming]
                sections.append(SearchSection(anchor: heading.anchor, heading: heading.plainText, text: []))
                upcoming += 1
            } else if sections.count > 1, isListOfLinks(child, in: document) {
                hasLinks = true
            } else {
                plainText.render(child, in: document, to: &text)
            }
        }
        closeSection()
    }

    /// Whether every item begins with a link, and links make up more than half of the text.
    private func isListOfLinks(_ node: Document.NodeID, in document: Document) -> Bool {
        guard document[node].kind == .list else { return false }
        var links: [UInt8] = []
        for item in document.children(of: node) {
            guard let paragraph = document[item].firstChild, document[paragraph].kind == .paragraph,
                let link = document[paragraph].firstChild, document[link].kind == .link
            else { return false }
            plainText.render(link, in: document, to: &links)
        }
        var text: [UInt8] = []
        plainText.render(node, in: document, to: &text)
        return links.count * 2 > text.count
    }
}

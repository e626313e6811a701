import Directives
import HTMLEscaping
import Markdown
import SiteModel
import Theming

/// What running text names: terms of the glossary, circulars that were cancelled.
extension BodyContext {
    private enum Mention {
        case term(Glossary.Term)
        /// Key of its page.
        case cancelled(String)
    }

    /// The first use of each term that the glossary explains is a link to it; a cancelled circular is marked wherever
    /// it is cited.
    mutating func writeText(_ id: Document.NodeID, in document: Document, to output: inout [UInt8]) -> Bool {
        guard hasMentions else { return false }
        let text = document.text(of: document[id].text)
        var written = text.startIndex
        var mayLink: Bool?
        while let (mention, range) = next(in: text, from: written, terms: mayLink ?? true) {
            if mayLink == nil { mayLink = document.takesLinks(id) && !document.isInside([.inlineDirective], id) }
            switch mention {
            case .term(let term):
                if mayLink == false { continue }
                explained.insert(term.key)
                appendEscapedHTML(text[written..<range.lowerBound], to: &output)
                write(text[range], asTerm: term, to: &output)
            case .cancelled(let key):
                appendEscapedHTML(text[written..<range.lowerBound], to: &output)
                write(text[range], asCitationOf: key, linked: mayLink == true, to: &output)
            }
            written = range.upperBound
        }
        if written == text.startIndex { return false }
        appendEscapedHTML(text[written...], to: &output)
        return true
    }

    /// The next mention at or after an offset; of two that begin together, the citation.
    private func next(
        in text: ArraySlice<UInt8>, from start: Int, terms: Bool
    ) -> (mention: Mention, range: Range<Int>)? {
        let cited = nextCitation(in: text, from: start)
        let term =
            terms
            ? glossary?.next(in: text, from: start) { [explained] in !explained.contains($0.key) } : nil
        if let cited, term.map({ cited.range.lowerBound <= $0.range.lowerBound }) ?? true {
            return (.cancelled(cited.key), cited.range)
        }
        return term.map { (.term($0.term), $0.range) }
    }

    /// A circular's own page says at its top what became of it.
    private func nextCitation(in text: ArraySlice<UInt8>, from start: Int) -> (key: String, range: Range<Int>)? {
        var start = start
        while let found = links.index.authorities.cancelled.next(in: text, from: start) {
            if found.key != links.address.key { return found }
            start = found.range.upperBound
        }
        return nil
    }

    private func write(_ text: ArraySlice<UInt8>, asTerm term: Glossary.Term, to output: inout [UInt8]) {
        output += Array("<a class=\"term\" href=\"\(way(to: term.key))\"".utf8)
        if !term.meaning.isEmpty {
            output += Array(" title=\"".utf8)
            appendEscapedHTML(term.meaning, .all, to: &output)
            output.append(UInt8(ascii: "\""))
        }
        output.append(UInt8(ascii: ">"))
        appendEscapedHTML(text, to: &output)
        output += Array("</a>".utf8)
    }

    private func write(
        _ text: ArraySlice<UInt8>, asCitationOf key: String, linked: Bool, to output: inout [UInt8]
    ) {
        let values: TemplateValues = [
            "text": .text(String(decoding: text, as: UTF8.self)), "url": .text(linked ? way(to: key) : ""),
            "cancelled": .bool(true),
        ]
        theme.render("partials/source", language: language, values, to: &output)
    }

    private func way(to key: String) -> String {
        URLPath.encoded(RelativePath.from(links.address.key, to: key + ".html"))
    }
}

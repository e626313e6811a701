import Diagnostics
import HTMLEscaping
import Markdown
import SiteModel
import Theming

/// A card, both sides as HTML and as plain text.
struct Card {
    /// Changes with the question, so that a card is never taken for another.
    var id: String
    var front: String
    var back: String
    var frontHTML: [UInt8]
    var backHTML: [UInt8]
    var url: [UInt8] = []

    init(front: String, back: String, frontHTML: [UInt8], backHTML: [UInt8]) {
        var fingerprint = Fingerprint()
        fingerprint.add(Array(front.utf8))
        id = String(fingerprint.text.prefix(6))
        (self.front, self.back, self.frontHTML, self.backHTML) = (front, back, frontHTML, backHTML)
    }

    init(definition: Definition) {
        var (front, back): ([UInt8], [UInt8]) = ([], [])
        appendEscapedHTML(definition.term, .all, to: &front)
        appendEscapedHTML(definition.meaning, .all, to: &back)
        self.init(front: definition.term, back: definition.meaning, frontHTML: front, backHTML: back)
        url = definition.url
    }

    var values: TemplateValues {
        ["id": .text(id), "front": .html(frontHTML), "back": .html(backHTML), "url": .html(url)]
    }
}

/// Reads the cards of a deck from its list.
struct Deck {
    var cards: [Card] = []
    private var fronts: Set<String> = []

    mutating func read(_ block: Document.NodeID, in document: Document, _ scope: inout some RenderingScope) {
        guard document[block].kind == .list else {
            scope.report(
                "text-between-cards", "only a list of cards may stand in 'cards'", on: block, in: document,
                help: "put the text before the directive")
            return
        }
        for item in document.children(of: block) { readCard(item, in: document, &scope) }
    }

    private mutating func readCard(
        _ item: Document.NodeID, in document: Document, _ scope: inout some RenderingScope
    ) {
        guard let paragraph = document[item].firstChild, document[paragraph].kind == .paragraph,
            let strong = document[paragraph].firstChild, document[strong].kind == .strong
        else {
            scope.report(
                "card-without-question", "this card has no question", on: item, in: document,
                help: "begin it with **Question**")
            return
        }
        let front = document.plainText(below: strong)
        var rest = document
        rest.detach(strong)
        let back = rest.plainText(below: item).trimmingSpace
        if back.isEmpty {
            scope.report(
                "card-without-answer", "this card has no answer", on: item, in: document,
                help: "write the answer after **\(front)**")
        }
        if !fronts.insert(front).inserted {
            scope.report(
                "repeated-card", "this question stands on two cards", on: item, in: document,
                help: "change one, or put both answers on one card")
        }
        let frontHTML = scope.html(below: strong, in: document)
        let backHTML = scope.html(below: item, in: rest).trimmingSpace
        cards.append(Card(front: front, back: back, frontHTML: frontHTML, backHTML: backHTML))
    }
}

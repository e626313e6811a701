import Diagnostics
public import Markdown
import SiteModel
public import Theming

/// `:::cards [Title]`: flash cards, written as a list or drawn from the glossary.
public enum Cards: Directive {
    public static let name = "cards"
    public static let purpose =
        "Flash cards: a list of **question** and answer, or one card for each term of the glossary."
    public static let placement = DirectivePlacement.block
    public static let label = LabelRule.optional
    public static let arguments = [
        ArgumentRule("from", .choice(CardSource.allCases.map(\.rawValue)), purpose: "where more cards are drawn from")
    ]
    public static let takesLinks = false
    public static let assets = TrainingAssets.with("modules-{lang}.js", "due.js", "fsrs.js", "review.js", "cards.js")
    public static let examples = [
        DirectiveExample(
            ":::cards [Tempoh]\n- **Jawab telefon** Dalam 10 saat.\n- **Akuan terima surat** Tiga hari bekerja.\n:::\n",
            html: """
                <section class="activity cards" id="cards.1" aria-label="Kad imbas: Tempoh">
                <p class="label">Kad imbas · 2</p>
                <p class="activity-title">Tempoh</p>
                <details class="card" data-card="00ad2e">
                <summary>Jawab telefon</summary>
                <div class="back">Dalam 10 saat.</div>
                </details>
                <details class="card" data-card="f42827">
                <summary>Akuan terima surat</summary>
                <div class="back">Tiga hari bekerja.</div>
                </details>
                </section>

                """)
    ]

    public static func values(
        _ use: DirectiveUse, in document: Document, _ scope: inout some RenderingScope
    ) -> TemplateValues {
        let id = scope.uniqueID(name)
        var deck = Deck()
        for block in document.children(of: use.node) where document[block].kind != .directiveLabel {
            deck.read(block, in: document, &scope)
        }
        if let source = use.arguments["from"].flatMap(CardSource.init) {
            deck.cards += scope.definitions(from: source).map(Card.init(definition:))
        }
        if deck.cards.isEmpty {
            scope.report(
                Diagnostic(
                    "cards-without-cards", .error, "'cards' holds no card", at: use.location,
                    help: "write each as '- **Question** answer', or draw them with {from=glosari}"))
        }
        let title = use.labelText(in: document)
        scope.announce(
            Activity(
                kind: name, id: id, title: title,
                questions: deck.cards.map { Activity.Question(id: $0.id, text: $0.front) },
                cards: deck.cards.map { Activity.Card(id: $0.id, front: $0.front, back: $0.back) }, isRequired: false))
        return [
            "id": .text(id), "title": .text(title), "label": .html(scope.label(of: use, in: document)),
            "count": .text(String(deck.cards.count)), "cards": .list(deck.cards.map(\.values)),
        ]
    }
}

/// Where a deck's cards may come from besides its own list.
public enum CardSource: String, CaseIterable, Sendable {
    case glossary = "glosari"
    case facts = "fakta"
}

/// One side to remember, the other to remember it by.
public struct Definition: Sendable {
    /// Plain text.
    public var term: String
    public var meaning: String
    /// Address of the page that says more, as links in bodies are written.
    public var url: [UInt8]

    public init(term: String, meaning: String, url: [UInt8]) {
        self.term = term
        self.meaning = meaning
        self.url = url
    }
}

import Markdown
import Theming

/// `:score{S1=+1 S8=-1}`: what a choice of a scenario shows of the 8S.
enum Score: Directive {
    static let name = "score"
    static let purpose = "What a choice of a scenario shows of the 8S, behind the choice."
    static let placement = DirectivePlacement.inline
    static let arguments = traits.map {
        ArgumentRule($0.name, .number(-3...3), purpose: "points for \($0.word), from -3 to +3")
    }
    static let examples = [
        DirectiveExample(
            "Jawab :score{S1=+1 S8=-1}.\n",
            html: """
                <p>Jawab <span class="score">(<span data-trait="S1" data-points="1">Salam +1</span>, \
                <span data-trait="S8" data-points="-1">Sopan −1</span>)</span>.</p>

                """)
    ]

    /// The eight practices; their names are Malay words in every language.
    static let traits: [(name: String, word: String)] = [
        ("S1", "Salam"), ("S2", "Sayang"), ("S3", "Segak"), ("S4", "Segera"), ("S5", "Sempurna"), ("S6", "Sensitif"),
        ("S7", "Senyum"), ("S8", "Sopan"),
    ]

    static func values(
        _ use: DirectiveUse, in document: Document, _ scope: inout some RenderingScope
    ) -> TemplateValues {
        ["points": .list(points(use.arguments))]
    }

    /// In the order of the traits; nought is no point.
    static func points(_ arguments: [String: String]) -> [TemplateValues] {
        let scored = traits.compactMap { trait in
            arguments[trait.name].flatMap { Int($0) }.map { (trait: trait, points: $0) }
        }.filter { $0.points != 0 }
        return scored.enumerated().map { number, score in
            [
                "trait": .text(score.trait.name), "word": .text(score.trait.word),
                "points": .text(String(score.points)),
                "signed": .text(score.points > 0 ? "+\(score.points)" : "−\(-score.points)"),
                "more": .bool(number + 1 < scored.count),
            ]
        }
    }
}

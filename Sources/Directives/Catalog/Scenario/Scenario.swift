import Diagnostics
import Markdown
import SiteModel
import Theming

/// `:::scenario [Title]`: a conversation that branches at the officer's choices, for role-play.
enum Scenario: Directive {
    static let name = "scenario"
    static let purpose =
        "A role-play: scenes as headings, lines by speaker, choices as a numbered list of links to scenes."
    static let placement = DirectivePlacement.block
    static let label = LabelRule.required
    static let arguments = [
        Dialogue.officerRule,
        ArgumentRule("script", .text, purpose: "the way to the page with the script of this case"),
        ArgumentRule("optional", .boolean, purpose: "whether the module is done without it"),
    ]
    static let assets = TrainingAssets.with(
        "scenario.css", "scenario.js", "scenario-log.js", "scenario-debrief.js", "scenario-play.js")
    static let examples = [
        DirectiveExample(
            """
            :::scenario [Di kaunter]
            Giliran 12 dipanggil.

            ### Dia tiba

            - **Pelanggan:** Lama betul!

            1. [Maaf, Encik.](#selesai) :score{S8=+1}
               Anda mengakui kesulitannya.

            ### Selesai

            :ending{kind=good} Dia duduk.
            :::

            """,
            html: """
                <div class="line"><dt class="speaker">Pelanggan</dt><dd>Lama betul!</dd></div>
                </dl>
                <ol class="choices">
                <li><a class="choice" href="#selesai">Maaf, Encik.</a> \
                <span class="score">(<span data-trait="S8" data-points="1">Sopan +1</span>)</span>
                <div class="why">Anda mengakui kesulitannya.</div></li>
                </ol>
                </section>

                """)
    ]

    static func values(
        _ use: DirectiveUse, in document: Document, _ scope: inout some RenderingScope
    ) -> TemplateValues {
        let id = scope.uniqueID(name)
        let title = use.labelText(in: document)
        scope.announce(Activity(kind: name, id: id, title: title, isRequired: !(use.boolean("optional") ?? false)))
        var values: TemplateValues = [
            "id": .text(id), "title": .text(title),
            "label": .html(scope.label(of: use, in: document)),
            "script": .html(use.arguments["script"].map { scope.address(of: $0, at: use.location) } ?? []),
        ]
        var reader = ScenarioReader(use, document)
        values["intro"] = .html(reader.intro(&scope))
        values["scenes"] = .list(reader.scenes(&scope))
        reader.check(&scope)
        return values
    }
}

import Diagnostics
import Markdown
import SiteModel
import Theming

/// `:::practice [Title]`: a task away from the screen, with a checklist and room to look back on it.
enum Practice: Directive {
    static let name = "practice"
    static let purpose = "A task away from the screen: what to do, a task list to check it by, room to look back on it."
    static let placement = DirectivePlacement.block
    static let label = LabelRule.optional
    static let arguments = [
        ArgumentRule("minutes", .number(1...600), purpose: "how long it takes"),
        ArgumentRule("reflect", .text, purpose: "the question to look back with (default: what went well, what next)"),
        ArgumentRule("optional", .boolean, purpose: "whether the module is done without it"),
    ]
    static let assets = TrainingAssets.with("practice.js")
    static let examples = [
        DirectiveExample(
            ":::practice [Salam di telefon]{minutes=10}\nMinta rakan menelefon anda.\n\n- [ ] Salam\n- [ ] Nama\n:::\n",
            html: """
                <section class="activity practice" id="practice.1" aria-label="Latihan amali: Salam di telefon">
                <p class="label">Latihan amali<span class="minutes"> · 10 minit</span></p>
                <p class="activity-title">Salam di telefon</p>
                <p>Minta rakan menelefon anda.</p>

                <ul class="checks">
                <li>Salam</li>
                <li>Nama</li>
                </ul>
                <p class="reflect">Apa yang berjalan lancar? Apa yang akan anda buat lain kali?</p>
                <div class="lines"></div>
                </section>

                """)
    ]

    static func values(
        _ use: DirectiveUse, in document: Document, _ scope: inout some RenderingScope
    ) -> TemplateValues {
        let id = scope.uniqueID(name)
        var (before, after): ([UInt8], [UInt8]) = ([], [])
        var checks: [TemplateValues] = []
        for block in document.children(of: use.node) where document[block].kind != .directiveLabel {
            if checks.isEmpty, isTaskList(block, in: document) {
                for item in document.children(of: block) {
                    checks.append(["html": .html(scope.html(below: item, in: document).trimmingSpace)])
                }
            } else if checks.isEmpty {
                before += scope.html(of: block, in: document)
            } else {
                after += scope.html(of: block, in: document)
            }
        }
        if before.isEmpty, checks.isEmpty {
            scope.report(
                Diagnostic(
                    "empty-practice", .error, "'practice' holds no task", at: use.location,
                    help: "say what to do, and what to check it by as '- [ ] …'"))
        }
        let title = use.labelText(in: document)
        scope.announce(
            Activity(kind: name, id: id, title: title, isRequired: !(use.boolean("optional") ?? false)))
        return [
            "id": .text(id), "title": .text(title), "label": .html(scope.label(of: use, in: document)),
            "minutes": .text(use.arguments["minutes"] ?? ""), "reflect": .text(use.arguments["reflect"] ?? ""),
            "before": .html(before), "checks": .list(checks), "after": .html(after),
        ]
    }

    private static func isTaskList(_ id: Document.NodeID, in document: Document) -> Bool {
        document[id].kind == .list && document.children(of: id).allSatisfy { document[$0].flags.contains(.task) }
    }
}

import Diagnostics
public import Markdown
import SiteModel
public import Theming

/// `:::path [Title]`: a course, as a numbered list of links to its modules.
public enum Path: Directive {
    public static let name = "path"
    public static let purpose =
        "A course: a numbered list of links to modules; links below a module name those to be done before it."
    public static let placement = DirectivePlacement.block
    public static let label = LabelRule.optional
    public static let assets = TrainingAssets.with(
        "modules-{lang}.js", "due.js", "code.js", "carry.js", "records.js", "path.js")
    public static let examples = [
        DirectiveExample(
            ":::path [Kursus]\n1. [Asas](#asas)\n2. [Lanjutan](#lanjutan)\n   - [Asas](#asas)\n:::\n\n# Asas\n\n# Lanjutan\n",
            html: """
                <section class="activity path" id="path.1" aria-label="Kursus: Kursus">
                <p class="label">Kursus · 2 modul</p>
                <p class="activity-title">Kursus</p>
                <ol class="modules">
                <li id="path.1-1" data-module="x"><a href="#asas">Asas</a></li>
                <li id="path.1-2" data-module="x"><a href="#lanjutan">Lanjutan</a>
                <p class="needs">Selepas: <a href="#path.1-1">Asas</a></p></li>
                </ol>
                </section>

                """)
    ]

    public static func values(
        _ use: DirectiveUse, in document: Document, _ scope: inout some RenderingScope
    ) -> TemplateValues {
        let id = scope.uniqueID(name)
        var course = Course(id: id)
        for block in document.children(of: use.node) where document[block].kind != .directiveLabel {
            course.read(block, in: document, &scope)
        }
        if course.modules.isEmpty {
            scope.report(
                Diagnostic(
                    "path-without-modules", .error, "'path' holds no module", at: use.location,
                    help: "write each as '1. [Title](module.md)'"))
        }
        let title = use.labelText(in: document)
        let minutes = course.modules.compactMap(\.minutes).reduce(0, +)
        scope.announce(
            Activity(kind: name, id: id, title: title, modules: course.modules.map(\.key), isRequired: false))
        return [
            "id": .text(id), "title": .text(title), "label": .html(scope.label(of: use, in: document)),
            "count": .text(String(course.modules.count)), "minutes": .text(minutes > 0 ? String(minutes) : ""),
            "modules": .list(course.modules.map(\.values)),
        ]
    }
}

import Diagnostics
import Markdown
import Theming

/// `:::steps`: a numbered list as a timetable, who and by when standing beside each step.
enum Steps: Directive {
    static let name = "steps"
    static let purpose = "A numbered list as a timetable: who and by when stand beside each step."
    static let placement = DirectivePlacement.block
    static let label = LabelRule.optional
    static let examples = [
        DirectiveExample(
            ":::steps\n1. :who[Petugas] :time[10 saat] Angkat.\n2. Beri salam.\n:::\n",
            html: """
                <ol class="steps">
                <li><div class="step-meta"><span class="who">Petugas</span> <span class="time">10 saat</span></div>
                <div class="step-body">Angkat.</div></li>
                <li><div class="step-meta"></div>
                <div class="step-body">Beri salam.</div></li>
                </ol>

                """)
    ]

    static func values(
        _ use: DirectiveUse, in document: Document, _ scope: inout some RenderingScope
    ) -> TemplateValues {
        var (before, after): ([UInt8], [UInt8]) = ([], [])
        var steps: [TemplateValues] = []
        var first = 1
        for child in document.children(of: use.node) where document[child].kind != .directiveLabel {
            let node = document[child]
            if steps.isEmpty, node.kind == .list, node.flags.contains(.ordered) {
                first = Int(node.number)
                for item in document.children(of: child) { steps.append(step(item, in: document, &scope)) }
            } else if steps.isEmpty {
                before += scope.html(of: child, in: document)
            } else {
                after += scope.html(of: child, in: document)
            }
        }
        if steps.isEmpty {
            scope.report(
                Diagnostic(
                    "steps-without-list", .error, "'steps' holds no numbered list", at: use.location,
                    help: "write each step as '1. …'"))
        }
        return [
            "label": .html(scope.label(of: use, in: document)), "before": .html(before), "after": .html(after),
            "steps": .list(steps), "start": .text(first == 1 ? "" : String(first)),
        ]
    }

    private static func step(
        _ item: Document.NodeID, in document: Document, _ scope: inout some RenderingScope
    ) -> TemplateValues {
        var rest = document
        var found: [String: [UInt8]] = [:]
        while let paragraph = rest[item].firstChild, rest[paragraph].kind == .paragraph,
            let id = rest[paragraph].firstChild
        {
            let node = rest[id]
            if node.kind == .inlineDirective, ["who", "time"].contains(rest.string(of: node.text)) {
                found[rest.string(of: node.text)] = scope.html(below: id, in: rest)
            } else if node.kind != .softBreak,
                node.kind != .text || !rest.text(of: node.text).allSatisfy({ $0 == 0x20 })
            {
                break
            }
            rest.detach(id)
        }
        return [
            "who": .html(found["who"] ?? []), "time": .html(found["time"] ?? []),
            "body": .html(scope.html(below: item, in: rest).trimmingSpace),
        ]
    }
}

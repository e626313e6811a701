import Diagnostics
import Markdown
import SiteModel
import Theming

/// `:::quiz [Title]`: questions as headings, each with its answer below it.
enum Quiz: Directive {
    static let name = "quiz"
    static let purpose = "Questions that mark themselves: headings, each with choices, an answer, steps or pairs."
    static let placement = DirectivePlacement.block
    static let label = LabelRule.optional
    static let arguments = [
        ArgumentRule(
            "pass", .number(0...1000), purpose: "per cent that pass it; without it, answering everything does"),
        ArgumentRule(
            "random", .choice(["true", "questions", "choices"]), purpose: "what stands in an order of the learner's own"
        ),
        ArgumentRule("draw", .number(1...500), purpose: "how many of the questions are asked, drawn for each attempt"),
        ArgumentRule("optional", .boolean, purpose: "whether the module is done without it"),
    ]
    static let takesLinks = false
    static let assets = TrainingAssets.with("answers.js", "questions.js", "shuffle.js", "quiz-told.js", "quiz.js")
    static let examples = [
        DirectiveExample(
            ":::quiz [Uji diri]{pass=80}\n### Bila nama disebut? {points=2}\n\n- [x] Dahulu\n- [ ] Kemudian\n  Terlalu lambat.\n:::\n",
            html: """
                <section class="activity quiz" id="quiz.1" aria-label="Kuiz: Uji diri" data-pass="80">
                <p class="label">Kuiz</p>
                <p class="activity-title">Uji diri</p>

                <div class="questions">
                <div class="question" id="q.0b94ef" data-id="0b94ef" data-kind="single" data-points="2" data-key="016a07">
                <p class="ask">Bila nama disebut? <span class="points">(2 markah)</span></p>

                <ul class="choices">
                <li>Dahulu</li>
                <li>Kemudian</li>
                </ul>
                <details class="more told">
                <summary>Jawapan</summary>
                <ul class="right">
                <li>Dahulu</li>
                </ul>
                <dl class="whys">
                <div data-choice="1"><dt>Kemudian</dt><dd><p>Terlalu lambat.</p>
                </dd></div>
                </dl>
                </details>
                </div>
                </div>
                </section>

                """)
    ]

    /// Leaves to search what is asked, and keeps from it what is answered.
    static func expand(_ use: DirectiveUse, in document: inout Document, _ scope: inout some ExpansionScope) {
        let quiz = QuizParts(use.node, in: document)
        for block in quiz.parts.flatMap({ [$0.heading] + $0.blocks }) { QuizMarkup.prepare(block, in: &document) }
        // The questions of other modules are found where they belong.
        for module in quiz.modules { document.hideFromSearch(module) }
    }

    static func values(
        _ use: DirectiveUse, in document: Document, _ scope: inout some RenderingScope
    ) -> TemplateValues {
        let id = scope.uniqueID(name)
        let parts = QuizParts(use.node, in: document)
        var questions: [(id: String, text: String, values: TemplateValues)] = []
        var ids: Set<String> = []
        for part in parts.parts {
            scope.reading(part.file) { scope in
                var reader = QuestionReader(document, file: scope.file)
                let question = reader.read(part.heading, part.blocks)
                for diagnostic in reader.diagnostics { scope.report(diagnostic) }
                guard let question else { return }
                let id = question.id
                if !ids.insert(id).inserted { scope.report(twice(question, reader)) }
                let view = QuestionView(question, in: reader.document)
                questions.append((id, question.text, view.values(&scope)))
            }
        }
        check(use, parts.parts.count, &scope)
        let title = use.labelText(in: document)
        scope.announce(
            Activity(
                kind: name, id: id, title: title,
                questions: questions.map { Activity.Question(id: $0.id, text: $0.text) },
                isRequired: !(use.boolean("optional") ?? false)))
        var before: [UInt8] = []
        for block in parts.before { before += scope.html(of: block, in: document) }
        return [
            "id": .text(id), "title": .text(title), "label": .html(scope.label(of: use, in: document)),
            "before": .html(before), "questions": .list(questions.map(\.values)),
            "pass": .text(use.arguments["pass"] ?? ""), "draw": .text(use.arguments["draw"] ?? ""),
            "random": .text(use.arguments["random"] ?? ""),
        ]
    }

    private static func twice(_ question: Question, _ reader: QuestionReader) -> Diagnostic {
        Diagnostic(
            "duplicate-question", .error, "this question stands here twice",
            at: reader.document.location(of: question.heading, in: reader.file), help: "keep one of them")
    }

    private static func check(_ use: DirectiveUse, _ count: Int, _ scope: inout some RenderingScope) {
        func report(_ id: String, _ message: String, _ help: String) {
            scope.report(Diagnostic(id, .error, message, at: use.location, help: help))
        }
        if count == 0 {
            report("quiz-without-questions", "'quiz' holds no question", "write each question as a heading: '### …'")
        }
        if let pass = use.number("pass"), !(1...100).contains(pass) {
            report("unreachable-pass", "nobody can reach a pass mark of \(pass) %", "write one from 1 to 100")
        }
        if let draw = use.number("draw"), count > 0, draw > count {
            report("draw-too-many", "\(draw) questions are to be drawn of \(count)", "write at most \(count)")
        }
    }
}

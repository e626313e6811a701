import HTMLEscaping
import Markdown
import Theming

/// A question as the theme draws it: first what is asked, then what is told.
struct QuestionView {
    private let question: Question
    private let document: Document
    /// Numbers of the steps, or of the right sides, in the order in which they are shown.
    private let order: [Int]

    init(_ question: Question, in document: Document) {
        self.question = question
        self.document = document
        switch question.answer {
        case .steps(let steps): order = ShownOrder.of(count: steps.count, seed: question.id)
        case .pairs: order = ShownOrder.of(count: question.rights.count, seed: question.id)
        default: order = []
        }
    }

    func values(_ scope: inout some RenderingScope) -> TemplateValues {
        var values: TemplateValues = [
            "id": .text(question.id), "kind": .text(question.kind.rawValue), "points": .text(String(question.points)),
            "many_points": .bool(question.points > 1), "is_fixed": .bool(question.isTrueOrFalse),
            "key": .text(QuestionKey(question, shown: order).text),
            "ask": .html(inline(question.heading, &scope)),
            "body": .html(blocks(question.body, &scope)), "hint": .html(hint(&scope)),
            "because": .html(because(&scope)),
            "choices": .list([]), "steps": .list([]), "lefts": .list([]), "rights": .list([]), "answers": .list([]),
            "whys": .list([]), "pairs": .list([]),
        ]
        values.merge(answer(&scope))
        return values
    }

    private func answer(_ scope: inout some RenderingScope) -> TemplateValues {
        switch question.answer {
        case .choices(let choices):
            let html = choices.map { inline($0.content, &scope) }
            let whys = choices.indices.filter { !choices[$0].why.isEmpty }.map { index -> TemplateValues in
                [
                    "number": .text(String(index)), "html": .html(html[index]),
                    "why": .html(told(choices[index].why, &scope)),
                ]
            }
            return [
                "choices": Self.items(html), "whys": .list(whys),
                "answers": Self.items(choices.indices.filter { choices[$0].isRight }.map { html[$0] }),
            ]
        case .steps(let steps):
            let html = steps.map { inline($0.content, &scope) }
            return ["choices": Self.items(order.map { html[$0] }), "steps": Self.items(html)]
        case .pairs(let pairs):
            let (lefts, rights) = (
                pairs.map { inline($0.left, &scope) }, question.rights.map { inline($0.right, &scope) }
            )
            let texts = question.rights.map(\.rightText)
            return [
                "lefts": Self.items(lefts), "rights": Self.items(order.map { rights[$0] }),
                "pairs": .list(
                    pairs.indices.map {
                        ["left": .html(lefts[$0]), "right": .html(rights[texts.firstIndex(of: pairs[$0].rightText)!])]
                    }),
            ]
        case .lines(let lines):
            return ["answers": Self.items(lines.map { escaped($0.text) })]
        }
    }

    private func escaped(_ text: String) -> [UInt8] {
        var html: [UInt8] = []
        appendEscapedHTML(text, .all, to: &html)
        return html
    }

    private static func items(_ html: [[UInt8]]) -> TemplateValue { .list(html.map { ["html": .html($0)] }) }

    private func inline(_ id: Document.NodeID, _ scope: inout some RenderingScope) -> [UInt8] {
        scope.html(below: id, in: document).trimmingSpace
    }

    private func blocks(_ ids: [Document.NodeID], _ scope: inout some RenderingScope) -> [UInt8] {
        var html: [UInt8] = []
        for id in ids { html += scope.html(of: id, in: document) }
        return html
    }

    /// Explanations; a quotation among them is what its sign marks and not words of somebody else.
    private func told(_ ids: [Document.NodeID], _ scope: inout some RenderingScope) -> [UInt8] {
        var html: [UInt8] = []
        for id in ids {
            switch document[id].kind {
            case .blockQuote: html += scope.html(below: id, in: document)
            case .paragraph: html += Array("<p>".utf8) + inline(id, &scope) + Array("</p>\n".utf8)
            default: html += scope.html(of: id, in: document)
            }
        }
        return html
    }

    private func because(_ scope: inout some RenderingScope) -> [UInt8] { told(question.why, &scope) }

    private func hint(_ scope: inout some RenderingScope) -> [UInt8] {
        var document = document
        var html: [UInt8] = []
        for id in question.hint {
            if let sign = document[id].firstChild { document.trimText(of: sign, first: 2) }
            html += scope.html(of: id, in: document)
        }
        return html
    }
}

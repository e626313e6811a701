import Diagnostics
import Markdown
import Theming

/// Reads a scenario's scenes, and writes what the template shows of them.
struct ScenarioReader {
    private var document: Document
    private let file: String
    private let location: SourceLocation
    private let transcript: Transcript
    private var introduction: [Document.NodeID] = []
    private var sceneBlocks: [(heading: Document.NodeID, blocks: [Document.NodeID])] = []
    private var graph: [ScenarioGraph.Scene] = []

    init(_ use: DirectiveUse, _ document: Document) {
        self.document = document
        file = use.location.file
        location = use.location
        transcript = Transcript(use)
        for block in document.children(of: use.node) where document[block].kind != .directiveLabel {
            if document[block].kind == .heading {
                sceneBlocks.append((block, []))
            } else if sceneBlocks.isEmpty {
                introduction.append(block)
            } else {
                sceneBlocks[sceneBlocks.count - 1].blocks.append(block)
            }
        }
    }

    /// What stands before the first scene.
    func intro(_ scope: inout some RenderingScope) -> [UInt8] {
        introduction.reduce(into: []) { $0 += scope.html(of: $1, in: document) }
    }

    mutating func scenes(_ scope: inout some RenderingScope) -> [TemplateValues] {
        var scenes: [TemplateValues] = []
        for (heading, blocks) in sceneBlocks {
            let drawn = scope.heading(heading, in: document)
            graph.append(
                ScenarioGraph.Scene(
                    anchor: drawn.anchor, title: document.plainText(below: heading),
                    location: document.location(of: heading, in: file)))
            var scene = scene(blocks, &scope)
            scene["heading"] = .html(drawn.html)
            scenes.append(scene)
        }
        return scenes
    }

    func check(_ scope: inout some RenderingScope) {
        for diagnostic in ScenarioGraph(graph, at: location).diagnostics() { scope.report(diagnostic) }
    }

    // MARK: One scene

    private mutating func scene(_ blocks: [Document.NodeID], _ scope: inout some RenderingScope) -> TemplateValues {
        var parts: [TemplateValues] = []
        var choices: [TemplateValues] = []
        var ending: String?
        for block in blocks {
            if document[block].kind == .list, document[block].flags.contains(.ordered) {
                choices += self.choices(block, &scope)
                continue
            }
            ending = ending ?? use(of: "ending", below: block).map { $0.arguments["kind"] ?? "neutral" }
            reportScores(below: block, &scope)
            if document[block].kind == .list {
                let lines = transcript.lines(of: block, in: &document, &scope)
                parts.append(["lines": .list(lines), "html": .html([])])
            } else {
                parts.append(["lines": .list([]), "html": .html(scope.html(of: block, in: document))])
            }
        }
        graph[graph.count - 1].isEnding = ending != nil
        return ["parts": .list(parts), "choices": .list(choices), "ending": .text(ending ?? "")]
    }

    private mutating func choices(_ list: Document.NodeID, _ scope: inout some RenderingScope) -> [TemplateValues] {
        var choices: [TemplateValues] = []
        for item in Array(document.children(of: list)) {
            guard let link = link(of: item) else {
                scope.report(
                    "choice-without-scene", "this choice leads to no scene", on: item, in: document,
                    help: "write '1. [What the officer says](#scene)'")
                continue
            }
            let target = String(document.string(of: document[link].text).dropFirst())
            graph[graph.count - 1].choices.append(
                ScenarioGraph.Choice(target: target, location: document.location(of: link, in: file)))
            let words = scope.html(below: link, in: document)
            document.detach(link)
            var points: [TemplateValues] = []
            if let score = use(of: "score", below: item) {
                points = Score.points(score.arguments)
                document.detach(score.node)
            }
            removeEmptyBeginning(of: item)
            choices.append([
                "target": .text(target), "words": .html(words), "points": .list(points),
                "why": .html(scope.html(below: item, in: document).trimmingSpace),
            ])
        }
        return choices
    }

    /// The link to a scene that a choice begins with.
    private func link(of item: Document.NodeID) -> Document.NodeID? {
        guard let paragraph = document[item].firstChild, let link = document[paragraph].firstChild,
            document[link].kind == .link, document.text(of: document[link].text).first == UInt8(ascii: "#")
        else { return nil }
        return link
    }

    /// What is left of a choice's first paragraph may be nothing.
    private mutating func removeEmptyBeginning(of item: Document.NodeID) {
        guard let paragraph = document[item].firstChild, document[paragraph].kind == .paragraph else { return }
        while let first = document[paragraph].firstChild {
            let node = document[first]
            let isBlank = node.kind == .text && document.text(of: node.text).allSatisfy { $0 == 0x20 }
            guard isBlank || node.kind == .softBreak || node.kind == .lineBreak else { return }
            document.detach(first)
        }
        document.detach(paragraph)
    }

    // MARK: Marks

    /// The first inline directive of that name.
    private func use(of name: String, below id: Document.NodeID) -> DirectiveUse? {
        let found = document.descendants(of: id).first {
            document[$0].kind == .inlineDirective && document.string(of: document[$0].text) == name
        }
        // What is wrong with it has been said when the document was expanded.
        var reader = DirectiveExpander(file: file)
        return found.flatMap { reader.use(of: $0, in: document) }
    }

    private func reportScores(below block: Document.NodeID, _ scope: inout some RenderingScope) {
        guard let score = use(of: "score", below: block) else { return }
        scope.report(
            Diagnostic(
                "score-without-choice", .error, "this score belongs to no choice", at: score.location,
                help: "write it behind a choice's link"))
    }
}

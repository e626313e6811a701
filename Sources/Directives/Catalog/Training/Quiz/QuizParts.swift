import Markdown
import SiteModel

/// A quiz cut at its headings. What it includes adds questions: a file's quizzes, or all its headings where it has none.
struct QuizParts {
    struct Part {
        var heading: Document.NodeID
        var blocks: [Document.NodeID]
        /// The way to the file that it was included from, from the file of the quiz.
        var file: String?
    }

    /// What stands before the first question.
    private(set) var before: [Document.NodeID] = []
    private(set) var parts: [Part] = []
    /// Includes whose quizzes alone are taken.
    private(set) var modules: [Document.NodeID] = []

    init(_ quiz: Document.NodeID, in document: Document) {
        add(document.children(of: quiz), from: nil, in: document)
    }

    private mutating func add(_ blocks: some Sequence<Document.NodeID>, from file: String?, in document: Document) {
        var level: UInt16?
        for block in blocks where document[block].kind != .directiveLabel {
            let node = document[block]
            if node.kind == .heading, level.map({ node.level <= $0 }) ?? true {
                level = node.level
                parts.append(Part(heading: block, blocks: [], file: file))
            } else if Self.isDirective(node, Include.name, in: document) {
                addIncluded(block, from: Self.way(of: node, from: file, in: document), in: document)
            } else if parts.isEmpty {
                before.append(block)
            } else {
                parts[parts.count - 1].blocks.append(block)
            }
        }
    }

    private mutating func addIncluded(_ include: Document.NodeID, from file: String?, in document: Document) {
        let quizzes = document.children(of: include).filter { Self.isDirective(document[$0], Quiz.name, in: document) }
        if quizzes.isEmpty { return add(document.children(of: include), from: file, in: document) }
        modules.append(include)
        let introduction = before
        for quiz in quizzes { add(document.children(of: quiz), from: file, in: document) }
        before = introduction
    }

    /// The way to what an include names, which is written from the file where the include stands.
    private static func way(of include: Document.Node, from file: String?, in document: Document) -> String? {
        guard let way = Include.file(of: include, in: document) else { return file }
        return file.map { RelativePath.folder(of: $0) + "/" + way } ?? way
    }

    private static func isDirective(_ node: Document.Node, _ name: String, in document: Document) -> Bool {
        node.kind == .directive && document.string(of: node.text) == name
    }
}

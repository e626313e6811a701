import Markdown

extension Document {
    /// The text with which a block begins.
    func beginning(of block: NodeID) -> ArraySlice<UInt8> {
        guard let first = self[block].firstChild, self[first].kind == .text else { return [] }
        return text(of: self[first].text)
    }

    /// The lines of a paragraph as plain text, each with the node that it begins with.
    func lines(of paragraph: NodeID) -> [(text: String, place: NodeID)] {
        children(of: paragraph).split { self[$0].kind == .softBreak || self[$0].kind == .lineBreak }.map { line in
            var text: [UInt8] = []
            for node in line { PlainTextRenderer().render(node, in: self, to: &text) }
            return (String(decoding: text, as: UTF8.self), line.first ?? paragraph)
        }
    }

    /// `? …`: a hint.
    func isHint(_ block: NodeID) -> Bool {
        self[block].kind == .paragraph && beginning(of: block).starts(with: "? ".utf8)
    }

    /// Whether a block has the form of an answer: a task list, a numbered list, pairs, or lines that begin with `=` or `~`.
    func isAnswer(_ block: NodeID) -> Bool {
        switch self[block].kind {
        case .list: self[block].flags.contains(.ordered) || isTaskList(block) || isListOfPairs(block)
        case .table: true
        case .paragraph: AnswerLine(String(decoding: beginning(of: block), as: UTF8.self)) != nil
        default: false
        }
    }

    func isTaskList(_ block: NodeID) -> Bool {
        self[block].kind == .list && children(of: block).contains { self[$0].flags.contains(.task) }
    }

    /// Whether every item is `left = right`.
    func isListOfPairs(_ block: NodeID) -> Bool {
        self[block].kind == .list && children(of: block).allSatisfy { equalSign(in: $0) != nil }
    }

    /// The text node of an item that holds ` = `, and where in it.
    func equalSign(in item: NodeID) -> (node: NodeID, offset: Int)? {
        guard let paragraph = self[item].firstChild, self[paragraph].kind == .paragraph else { return nil }
        for child in children(of: paragraph) where self[child].kind == .text {
            let text = Array(text(of: self[child].text))
            guard text.count > 2 else { continue }
            if let offset = (0..<text.count - 2).first(where: { text[$0..<$0 + 3].elementsEqual(" = ".utf8) }) {
                return (child, offset)
            }
        }
        return nil
    }
}

extension String {
    /// Without the white space around it.
    var trimmingSpace: String {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}

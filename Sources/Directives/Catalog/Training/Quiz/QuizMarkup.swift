import Markdown

/// Makes the form in which questions are written one that can be read and searched: what is told only afterwards becomes
/// blocks of its own, which search does not see.
enum QuizMarkup {
    static func prepare(_ block: Document.NodeID, in document: inout Document) {
        switch document[block].kind {
        case .heading: document.liftArguments(of: block)
        case .list where document.isTaskList(block): prepareChoices(block, in: &document)
        case .blockQuote: document.hideFromSearch(block)
        default: if document.isHint(block) || document.isAnswer(block) { document.hideFromSearch(block) }
        }
    }

    /// A choice is one line; the lines below it explain it.
    private static func prepareChoices(_ list: Document.NodeID, in document: inout Document) {
        for item in Array(document.children(of: list)) {
            if let content = document[item].firstChild, document[content].kind == .paragraph,
                let end = document.children(of: content).first(where: { document[$0].kind == .softBreak })
            {
                let next = document[end].next
                document.detach(end)
                if let next { document.split(content, before: next) }
            }
            for why in Array(document.children(of: item).dropFirst()) { document.hideFromSearch(why) }
        }
        let texts = document.children(of: list).compactMap { document[$0].firstChild.map(document.plainText(below:)) }
        if Question.isTrueOrFalse(texts.map(\.trimmingSpace)) { document.hideFromSearch(list) }
    }
}

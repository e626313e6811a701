public import Diagnostics
public import Markdown

/// Quizzes to and from Moodle's GIFT format; what one of the two cannot say is named.
public enum QuizExchange {
    public struct Result: Sendable {
        /// The file to write.
        public var text = ""
        public var questionCount = 0
        public var losses: [ExchangeLoss] = []
        public var diagnostics: [Diagnostic] = []
    }

    /// - Parameters:
    ///   - document: a page, its directives expanded.
    ///   - file: the page's, for diagnostics.
    public static func gift(of document: Document, file: String) -> Result {
        var result = Result()
        var writer = GIFTWriter()
        for id in document.descendants(of: document.root) {
            guard document[id].kind == .directive, document.string(of: document[id].text) == Quiz.name else { continue }
            for part in QuizParts(id, in: document).parts {
                var reader = QuestionReader(document, file: part.file ?? file)
                let question = reader.read(part.heading, part.blocks)
                result.diagnostics += reader.diagnostics
                guard let question else { continue }
                let line = Int(document[part.heading].line)
                let converted = QuizToGIFT(document: reader.document).question(question)
                writer.write(converted.question)
                result.losses += converted.losses.map { ExchangeLoss(line: line, message: $0) }
                result.questionCount += 1
            }
        }
        result.text = writer.text
        return result
    }

    /// - Parameter language: of the words for true and false.
    /// - Returns: a `quiz` directive.
    public static func markdown(ofGIFT text: String, file: String, language: String) -> Result {
        let reader = GIFTReader(text, file: file)
        var result = Result()
        result.losses = reader.losses
        result.diagnostics = reader.diagnostics
        var writer = GIFTToQuiz(language: language)
        for question in reader.questions {
            if writer.write(question) { result.questionCount += 1 }
        }
        result.losses = (result.losses + writer.losses).sorted { $0.line < $1.line }
        result.text = ":::quiz\n\n" + writer.text + ":::\n"
        if result.questionCount == 0, result.diagnostics.isEmpty {
            result.diagnostics.append(
                Diagnostic(
                    "gift-empty", .error, "the file holds no question that a quiz can ask",
                    at: SourceLocation(file: file, line: 1, column: 1),
                    help: "write questions as 'Text {=right ~wrong}'"))
        }
        return result
    }
}

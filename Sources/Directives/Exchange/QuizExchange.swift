public import Diagnostics
public import Markdown
import SiteModel

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
        for quiz in quizzes(below: document.root, from: file, in: document) {
            for part in QuizParts(quiz.id, in: document).parts {
                let file = way(part.file, from: quiz.file)
                var reader = QuestionReader(document, file: file)
                let question = reader.read(part.heading, part.blocks)
                result.diagnostics += reader.diagnostics
                guard let question else { continue }
                let line = Int(document[part.heading].line)
                let converted = QuizToGIFT(document: reader.document).question(question)
                writer.write(converted.question)
                result.losses += converted.losses.map { ExchangeLoss(file: file, line: line, message: $0) }
                result.questionCount += 1
            }
        }
        result.text = writer.text
        return result
    }

    /// The page's quizzes in its order, each with the file that it stands in. A quiz takes its questions from the quizzes
    /// that it includes, so that those are none of the page's own.
    private static func quizzes(
        below id: Document.NodeID, from file: String, in document: Document
    ) -> [(id: Document.NodeID, file: String)] {
        document.children(of: id).flatMap { child -> [(id: Document.NodeID, file: String)] in
            let node = document[child]
            let name = node.kind == .directive ? document.string(of: node.text) : ""
            if name == Quiz.name { return [(child, file)] }
            let file = name == Include.name ? way(Include.file(of: node, in: document), from: file) : file
            return quizzes(below: child, from: file, in: document)
        }
    }

    private static func way(_ path: String?, from file: String) -> String {
        path.flatMap { RelativePath.resolve($0, in: RelativePath.folder(of: file)) } ?? file
    }

    /// - Parameter bytes: of the file, which should be UTF-8.
    public static func markdown(ofGIFT bytes: some Collection<UInt8>, file: String, language: String) -> Result {
        if let text = String(validating: bytes, as: UTF8.self) {
            return markdown(ofGIFT: text, file: file, language: language)
        }
        var result = Result()
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            guard let (column, byte) = firstFault(in: line) else { continue }
            let code = String(byte, radix: 16, uppercase: true)
            result.diagnostics.append(
                Diagnostic(
                    "not-utf8", .error, "the byte \(code) is no UTF-8 text",
                    at: SourceLocation(file: file, line: number + 1, column: column), help: "save the file as UTF-8"))
            break
        }
        return result
    }

    /// The column and the byte where a line stops to be UTF-8.
    private static func firstFault(in line: some Collection<UInt8>) -> (column: Int, byte: UInt8)? {
        var parser = Unicode.UTF8.ForwardParser()
        var bytes = line.makeIterator()
        var good: [UInt8] = []
        while true {
            switch parser.parseScalar(from: &bytes) {
            case .valid(let scalar): good += scalar
            case .error: return (String(decoding: good, as: UTF8.self).count + 1, Array(line)[good.count])
            case .emptyInput: return nil
            }
        }
    }

    /// - Parameter language: of the words for true and false.
    /// - Returns: a `quiz` directive.
    public static func markdown(ofGIFT text: String, file: String, language: String) -> Result {
        let reader = GIFTReader(text, file: file)
        var result = Result()
        result.losses = reader.losses
        result.diagnostics = reader.diagnostics
        var writer = GIFTToQuiz(file: file, language: language)
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

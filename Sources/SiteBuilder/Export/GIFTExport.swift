public import Directives
import Markdown
import SiteModel

/// The quizzes of a page in Moodle's GIFT format.
public enum GIFTExport {
    /// - Parameter module: path of the page's Markdown file, in the content folder.
    /// - Throws: what stops the run, a page that is not there among it.
    public static func text(ofModule module: String, options: BuildOptions) throws -> QuizExchange.Result {
        let loaded = try SiteLoader(options: options).load()
        let written = ModulePath(module)
        guard let path = written.path, loaded.tree.markdown.contains(path) else { throw written.isMissing }
        let reader = PageSourceReader(tree: loaded.tree, configuration: loaded.site.configuration)
        let source = try reader.read(path)
        var parser = MarkdownParser(options: .site)
        var expansion = PageExpansion(
            file: source.contentFile, language: source.address.language, index: loaded.index)
        var diagnostics = source.diagnostics
        var document = source.bytes.withUnsafeBufferPointer {
            parser.parse(
                UnsafeBufferPointer(rebasing: $0[source.body]), file: source.file, firstLine: source.bodyLine,
                diagnostics: &diagnostics)
        }
        expansion.expand(&document, file: source.file)
        var result = QuizExchange.gift(of: document, file: source.file)
        result.diagnostics = diagnostics + expansion.diagnostics + result.diagnostics
        if result.questionCount == 0, result.diagnostics.isEmpty {
            throw BuildFailure("\(source.file) holds no question: give a page with a quiz")
        }
        return result
    }
}

import ArgumentParser
import SearchCore
import SearchStore

struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze", abstract: "Prints the keys by which search finds words.",
        discussion: """
            Each line of input gives one line: the input, a tab, its keys with tabs between. The first key of a single
            word joins its family: the root of a Malay word, otherwise the word as written; other keys are families that
            it also meets, such as an English stem.
            """)

    @Argument(help: "The text, or - for lines of standard input.")
    var text = "-"

    @Flag(help: "Say below each line by which rule each word has its keys.")
    var explain = false

    @Option(help: ArgumentHelp("en: the first key is the English stem (Porter2).", valueName: "code"))
    var language: String?

    func validate() throws {
        if let language, !["ms", "en"].contains(language) { throw ValidationError("--language is ms or en") }
    }

    func run() throws {
        let analyzer = Analyzer(DefaultLexicon.lexicon)
        var output = ""
        for line in text == "-" ? try Terminal.inputLines() : [text] {
            let bytes = Array(line.utf8)
            let analyzed = language == "en" ? Analyzer.analyzeEnglish(bytes) : analyzer.analyze(bytes)
            output +=
                ([line] + analyzed.keys.map { String(decoding: $0, as: UTF8.self) }).joined(separator: "\t") + "\n"
            guard explain else { continue }
            for text in analyzed.explanations { output += "  \(String(decoding: text, as: UTF8.self))\n" }
        }
        Terminal.output(output)
    }
}

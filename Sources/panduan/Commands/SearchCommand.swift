import ArgumentParser
import SearchCore
import SearchStore
import SiteBuilder

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Searches a built site with the engine that its pages use.")

    @Argument(help: "What to look for.")
    var query: String?

    @Option(help: ArgumentHelp("The built site.", valueName: "dir"))
    var site = "site"

    @Option(help: ArgumentHelp("How many pages at most.", valueName: "n"))
    var limit = 10

    @Option(help: ArgumentHelp("Only pages of this content type.", valueName: "type"))
    var type: String?

    @Option(
        help: ArgumentHelp(
            "The reader's language, whose pages come first; the site's first if not given.", valueName: "code"))
    var language: String?

    @Flag(help: "Print one line of JSON.")
    var json = false

    @Option(
        help: ArgumentHelp("Run each line of a file (- for standard input), one JSON line each.", valueName: "file"))
    var queries: String?

    @Flag(help: "Say of each result what it is worth and why.")
    var explain = false

    func validate() throws {
        if (query == nil) == (queries == nil) { throw ValidationError("give either a query or --queries FILE") }
        if limit < 1 { throw ValidationError("--limit must be at least 1") }
    }

    func run() throws {
        var directory: SearchDirectory
        do {
            directory = try SearchDirectory(site: site)
        } catch SearchDirectoryError.missing(let folder) {
            throw CommandFailure("there is no search index in \(folder): build the site, or give another --site")
        } catch {
            throw CommandFailure("the search index in \(site) is damaged or of another version: build the site again")
        }
        var options = SearchOptions()
        options.limit = limit
        options.explain = explain
        if let type { options.type = try Self.known(type, "content type", in: directory.types) }
        options.language = directory.languages.first ?? []
        if let language {
            options.language = try Self.known(language, "language", in: directory.languages, or: Interface.languages)
        }
        if let queries {
            for line in try Terminal.inputLines(of: queries) {
                Terminal.output(directory.searchJSON(line, options) + "\n")
            }
        } else if json {
            Terminal.output(directory.searchJSON(query ?? "", options) + "\n")
        } else {
            let words = Interface(embedded: String(decoding: options.language, as: UTF8.self))
            Terminal.output(try Self.text(of: directory.search(query ?? "", options), words))
        }
    }

    /// - Parameter kind: what the name is one of, for a message.
    private static func known(_ name: String, _ kind: String, in names: [[UInt8]], or more: [String] = []) throws
        -> [UInt8]
    {
        let names = names.map(string)
        let known = names + more.filter { !names.contains($0) }
        if known.contains(name) { return Array(name.utf8) }
        throw ValidationError(unknown: kind, name, of: known)
    }

    private static func text(of results: SearchResults, _ words: Interface) throws -> String {
        var text = ""
        if results.hasProblem { text += words.text("js_problem") + "\n" }
        if results.mayHaveMore { text += words.text("js_more") + "\n" }
        if let correction = results.correction { text += "\(words.text("js_did_you_mean")): \(string(correction))\n" }
        if results.results.isEmpty { text += words.text("js_none", ["q": string(results.query)]) + "\n" }
        for (number, result) in results.results.enumerated() {
            let pin = result.isPinned ? " (\(words.text("js_pinned").lowercased()))" : ""
            let section = result.section.isEmpty ? "" : " › " + string(result.section)
            text +=
                "\(number + 1). \(string(result.title))\(section) [\(string(result.type))] \(string(result.url))\(pin)\n"
            text += "   \(string(result.excerpt.text))\n"
            if !result.missing.isEmpty {
                text += "   \(words.text("js_lacks")): \(result.missing.map(string).joined(separator: ", "))\n"
            }
            if let say = result.answer?.say, !say.isEmpty { text += "   “\(string(say))”\n" }
            if let explanation = result.explanation {
                text += try Explanation(json: explanation).lines(score: result.score, words).map { "   \($0)\n" }
                    .joined()
            }
        }
        return text
    }

    private static func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

import Diagnostics
import Markdown
import SiteModel
import Theming

/// Reads the modules of a course from its list, and checks what each asks for before it.
struct Course {
    struct Module {
        var id: String
        /// Under which the browser keeps what is done there.
        var key: String
        /// Where the link leads, as the author wrote it: what makes two links the same module.
        var destination: String
        var html: [UInt8]
        var minutes: Int?
        var needs: [(id: String, html: [UInt8])] = []

        var values: TemplateValues {
            [
                "id": .text(id), "key": .text(key), "link": .html(html),
                "minutes": .text(minutes.map(String.init) ?? ""),
                "needs": .list(
                    needs.enumerated().map { place, need in
                        [
                            "id": .text(need.id), "title": .html(need.html), "more": .bool(place < needs.count - 1),
                        ]
                    }),
            ]
        }
    }

    private(set) var modules: [Module] = []
    private let id: String

    init(id: String) { self.id = id }

    mutating func read(_ block: Document.NodeID, in document: Document, _ scope: inout some RenderingScope) {
        guard document[block].kind == .list, document[block].flags.contains(.ordered) else {
            scope.report(
                "text-in-path", "only a numbered list of modules may stand in 'path'", on: block, in: document,
                help: "put the text before or after the directive")
            return
        }
        for item in document.children(of: block) { readModule(item, in: document, &scope) }
    }

    private mutating func readModule(
        _ item: Document.NodeID, in document: Document, _ scope: inout some RenderingScope
    ) {
        let blocks = Array(document.children(of: item))
        guard let first = blocks.first, let link = Self.link(in: first, of: document) else {
            scope.report(
                "module-without-link", "this module has no link", on: item, in: document,
                help: "write it as '1. [Title](module.md)'")
            return
        }
        let destination = document.string(of: document[link].text)
        if modules.contains(where: { $0.destination == destination }) {
            scope.report(
                "repeated-module", "this module stands in the path twice", on: item, in: document,
                help: "keep one of them")
        }
        let target = scope.page(linkedAs: destination)
        var module = Module(
            id: "\(id)-\(modules.count + 1)", key: target?.key ?? "", destination: destination,
            html: scope.html(of: link, in: document), minutes: target?.minutes)
        for list in blocks.dropFirst() where document[list].kind == .list {
            for need in document.children(of: list) { readNeed(need, of: &module, in: document, &scope) }
        }
        modules.append(module)
    }

    private func readNeed(
        _ item: Document.NodeID, of module: inout Module, in document: Document, _ scope: inout some RenderingScope
    ) {
        guard let first = document[item].firstChild, let link = Self.link(in: first, of: document) else {
            scope.report(
                "need-without-link", "what comes before a module is written as links to modules", on: item,
                in: document,
                help: "write '- [Title](module.md)'")
            return
        }
        let destination = document.string(of: document[link].text)
        guard let needed = modules.first(where: { $0.destination == destination }) else {
            scope.report(
                "need-not-before", "no module before this one leads to \(destination)", on: item, in: document,
                help: "put that module higher in the path")
            return
        }
        module.needs.append((needed.id, scope.html(below: link, in: document)))
    }

    /// The link with which a paragraph begins.
    private static func link(in paragraph: Document.NodeID, of document: Document) -> Document.NodeID? {
        guard document[paragraph].kind == .paragraph, let first = document[paragraph].firstChild,
            document[first].kind == .link
        else { return nil }
        return first
    }
}

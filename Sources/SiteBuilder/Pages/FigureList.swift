import SiteModel
import Theming

/// What the figures on a page rest on: a list at the end of its body, where each use of a figure leads.
struct FigureList {
    let index: ContentIndex
    let theme: Theme
    let address: PageAddress

    /// No heading's anchor has a colon.
    static func anchor(of name: String) -> String { "fakta:" + name }

    func append(to body: inout PageBody) {
        let facts = body.facts.compactMap { index.facts[$0.value] }
        if facts.isEmpty { return }
        let interface = Interface(language: address.language, strings: theme.strings(for: address.language))
        let values: TemplateValues = ["figures": .list(facts.map { self.values(of: $0, interface) })]
        theme.render("figures", language: address.language, values, to: &body.html)
        body.anchors = (body.anchors + facts.map { Self.anchor(of: $0.name) }).sorted()
    }

    private func values(of fact: Fact, _ interface: Interface) -> TemplateValues {
        let circular = index.authorities.cited(in: fact.source)
        return [
            "id": .text(Self.anchor(of: fact.name)),
            "value": .text(fact.text(in: address.language) ?? ""),
            "label": .text(fact.label[address.language]),
            "text": .text(fact.source),
            "url": .text(circular.map { way(to: $0 + ".html") } ?? ""),
            "cancelled": .bool(circular.map(index.authorities.isSuperseded) ?? false),
            "reviewed": .text(fact.reviewed.iso),
            "reviewed_text": .text(interface.text(fact.reviewed)),
            "uses_url": .text(way(to: SpecialPage.facts) + "#" + fact.name),
        ]
    }

    /// To a page of the same language.
    private func way(to path: String) -> String {
        URLPath.encoded(RelativePath.from(address.key, to: path))
    }
}

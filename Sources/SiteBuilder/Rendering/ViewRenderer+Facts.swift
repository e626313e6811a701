import SiteModel
import Theming

extension ViewRenderer {
    /// Every figure that the site declares: what it rests on, and the pages that quote it.
    func renderFacts(shell: FolderShell) -> [UInt8] {
        let path = outputPath(special: SpecialPage.facts)
        var uses: [String: [Int]] = [:]
        for entry in view.entries.indices {
            for fact in page(at: entry).body.facts { uses[fact.value, default: []].append(entry) }
        }
        let values: TemplateValues = [
            "facts": .list(facts.all.map { self.values(of: $0, uses: uses[$0.name] ?? [], path: path) })
        ]
        return special("facts", name: SpecialPage.facts, title: interface["facts"], values: values, shell: shell)
    }

    private func values(of fact: Fact, uses: [Int], path: String) -> TemplateValues {
        [
            "id": .text(fact.name),
            "value": .text(fact.text(in: view.language) ?? ""),
            "label": .text(fact.label[view.language]),
            "source": .values(source(named: fact.source, path: path)),
            "reviewed": .text(fact.reviewed.iso),
            "reviewed_text": .text(interface.text(fact.reviewed)),
            "due": .text(fact.due.iso),
            "due_text": .text(interface.text(fact.due)),
            "count": .text(String(uses.count)),
            "pages": .list(uses.map { listItem($0, path: path) }),
        ]
    }
}

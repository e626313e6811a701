import Directives
import SiteModel
import Theming

/// What pages need on which something is learnt.
extension ViewRenderer {
    /// - Parameters:
    ///   - page: whose body is shown, with what that body needs.
    ///   - needed: names of the theme's assets that the page needs besides.
    func learning(on page: Page?, needing needed: [String] = []) -> TemplateValues {
        let names = needed + (page?.body.assets ?? []).filter { !needed.contains($0) }
        let paths = names.compactMap { assets.paths[nameInView($0)] }
        return [
            .styles: .texts(paths.filter { $0.hasSuffix(".css") }),
            .scripts: .texts(paths.filter { $0.hasSuffix(".js") }),
            .module: .text(page.map { $0.body.activities.isEmpty ? "" : moduleKey(of: $0) } ?? ""),
            .version: .text(page?.body.version ?? ""),
        ]
    }

    /// The name of the theme's asset in the view's language, where it has one for each.
    private func nameInView(_ name: String) -> String {
        name.utf8.contains(UInt8(ascii: "{")) ? name.replacing("{lang}", with: view.language) : name
    }

    /// What the learner did, kept in the browser: the page is filled by its script.
    func renderProgress(shell: FolderShell) -> [UInt8] {
        let records = url(from: outputPath(special: SpecialPage.progress), to: outputPath(special: SpecialPage.records))
        return special(
            "progress", name: SpecialPage.progress, title: interface["my_progress"],
            values: ["records_url": .text(records)], assets: Self.recordAssets + ["progress-page.js"], shell: shell)
    }

    /// The trainer's page, which reads what learners hand in.
    func renderRecords(shell: FolderShell) -> [UInt8] {
        special(
            "records", name: SpecialPage.records, title: interface["training_records"], values: [:],
            assets: Self.recordAssets + ["records-page.js"], shell: shell)
    }

    private static let recordAssets = TrainingAssets.with(
        "modules-{lang}.js", "due.js", "code.js", "carry.js", "records.js")

    var hasModules: Bool { assets.paths["modules-\(view.language).js"] != nil }

    /// The name under which a learner's browser keeps what was done on a page: in another language it is another page.
    func moduleKey(of page: Page) -> String {
        let path = page.address.outputPath(defaultLanguage: configuration.defaultLanguage)
        return path.removingSuffix(".html") ?? path
    }

    /// `window.panduanModules`: the pages on which something is done, in reading order.
    var modules: [TemplateValues] {
        view.entries.indices.filter { !page(at: $0).body.activities.isEmpty }.map { entry in
            let page = page(at: entry)
            return [
                "key": .text(moduleKey(of: page)), "title": .text(page.title), "url": .text(outputPath(entry)),
                "version": .text(page.body.version), "minutes": .text(page.metadata.minutes.map(String.init) ?? ""),
                "activities": .list(page.body.activities.map(values)),
            ]
        }
    }

    /// `window.panduanCards`: the decks of all pages, for the daily review.
    var decks: [TemplateValues] {
        view.entries.indices.compactMap { entry in
            let page = page(at: entry)
            let cards = page.body.activities.flatMap(\.cards)
            guard !cards.isEmpty else { return nil }
            return [
                "key": .text(moduleKey(of: page)), "title": .text(page.title), "url": .text(outputPath(entry)),
                "cards": .list(
                    cards.map { ["id": .text($0.id), "front": .text($0.front), "back": .text($0.back)] }),
            ]
        }
    }

    var hasCards: Bool { assets.paths["cards-\(view.language).js"] != nil }

    /// The daily review of the cards of all decks.
    func renderReview(shell: FolderShell) -> [UInt8] {
        let path = outputPath(special: SpecialPage.review)
        let decks = view.entries.indices.filter { entry in
            page(at: entry).body.activities.contains { !$0.cards.isEmpty }
        }
        return special(
            "review", name: SpecialPage.review, title: interface["review"],
            values: ["decks": .list(decks.map { link(to: $0, path: path) })],
            assets: ["cards-{lang}.js"] + Cards.assets, shell: shell)
    }

    private func values(of activity: Activity) -> TemplateValues {
        let questions = activity.questions.map { ($0.id, TemplateValue.text($0.text)) }
        return [
            "kind": .text(activity.kind), "id": .text(activity.id), "title": .text(activity.title),
            "required": .bool(activity.isRequired), "modules": .texts(activity.modules),
            "questions": .values(TemplateValues(questions)),
        ]
    }
}

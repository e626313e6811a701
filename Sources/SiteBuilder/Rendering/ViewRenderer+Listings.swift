import Diagnostics
import SiteModel
import Theming

/// The pages that no Markdown file stands for, or that list others.
extension ViewRenderer {
    /// The page of a folder, with or without an `index.md` of its own.
    func renderSection(_ folder: Int, shell: FolderShell, problems: [Diagnostic]) -> [UInt8] {
        let path = folderPath(folder)
        let section = view.folders[folder]
        let page = section.index.map { self.page(at: $0) }
        var values: TemplateValues = [
            "title": .text(section.title),
            "summary_html": .html(page.map { self.placed($0.body.summaryHTML, path: path) } ?? []),
            "body": .html(page.map { self.placed($0.body.html, path: path) } ?? []),
            "pages": .list(unlisted(section, on: page).map { listItem($0, path: path) }),
        ]
        addSiblings(of: nil, shell: shell, to: &values)
        values.add(condition(of: page, problems: problems))
        values[.breadcrumbs] = breadcrumbs(path: path, ancestors: view.ancestors(ofFolder: folder))
        return layout(
            "section", values: values, shell: shell, path: path, title: section.title,
            description: page?.body.description ?? "", page: page,
            translations: translation(ofSpecial: indexName(of: section)))
    }

    func renderHome(shell: FolderShell, problems: [Diagnostic]) -> [UInt8] {
        let path = folderPath(0)
        let page = view.folders[0].index.map { self.page(at: $0) }
        let title = configuration.title[view.language]
        let dated = view.entries.indices.filter { self.page(at: $0).metadata.reviewed != nil }
        var values: TemplateValues = [
            "is_home": .bool(true),
            "title": .text(page?.title ?? title),
            "body": .html(page.map { self.placed($0.body.html, path: path) } ?? []),
            "pinned": .list(pinned.map { listItem($0, path: path) }),
            "types": .list(types(path: path)),
            "recent": .list(latest(dated, limit: 8).map { listItem($0, path: path) }),
            "due_soon": .list(soonestDue(dated, limit: 24).map { listItem($0, path: path) }),
        ]
        addSiblings(of: nil, shell: shell, to: &values)
        values.add(condition(of: page, problems: problems))
        return layout(
            "home", values: values, shell: shell, path: path, title: "",
            description: page?.body.description ?? "", page: page, translations: translation(ofSpecial: "index.html"))
    }

    func renderTag(_ tag: Tag, shell: FolderShell) -> [UInt8] {
        let name = SpecialPage.tag(tag.slug)
        return listing("tag", name: name, title: tag.title, entries: tag.entries, shell: shell)
    }

    /// All pages of a type, for types that have no folder of their own.
    func renderType(_ type: ContentType, shell: FolderShell) -> [UInt8] {
        listing(
            "tag", name: SpecialPage.type(type.id), title: type.plural[view.language], entries: entries(of: type),
            shell: shell)
    }

    func renderTags(shell: FolderShell) -> [UInt8] {
        let path = outputPath(special: SpecialPage.tags)
        let tags = view.tags.map { tag -> TemplateValues in
            [
                "title": .text(tag.title),
                "url": .text(url(from: path, to: outputPath(special: SpecialPage.tag(tag.slug)))),
                "count": .text(String(tag.entries.count)),
            ]
        }
        return special(
            "tags", name: SpecialPage.tags, title: interface["tags"], values: ["tags": .list(tags)], shell: shell)
    }

    /// Every page by its first letter.
    func renderIndex(shell: FolderShell) -> [UInt8] {
        let path = outputPath(special: SpecialPage.index)
        var letters: [(letter: String, pages: [TemplateValues])] = []
        for entry in view.byTitle {
            let letter = Self.letter(of: view.entries[entry].title)
            if letters.last?.letter != letter { letters.append((letter, [])) }
            letters[letters.count - 1].pages.append(listItem(entry, path: path))
        }
        let values: TemplateValues = [
            "letters": .list(
                letters.enumerated().map {
                    ["letter": .text($1.letter), "id": .text("huruf-\($0 + 1)"), "pages": .list($1.pages)]
                })
        ]
        return special("index-az", name: SpecialPage.index, title: interface["az"], values: values, shell: shell)
    }

    func renderSearch(shell: FolderShell) -> [UInt8] {
        let path = outputPath(special: SpecialPage.search)
        return special(
            "search", name: SpecialPage.search, title: interface["search"],
            values: ["types": .list(types(path: path)), "is_search": .bool(true)], shell: shell)
    }

    func renderNotFound(shell: FolderShell) -> [UInt8] {
        let path = outputPath(special: SpecialPage.notFound)
        return special(
            "not-found", name: SpecialPage.notFound, title: interface["not_found"],
            values: ["types": .list(types(path: path))], shell: shell)
    }

    /// A page at an old address that leads to the new one.
    func renderAlias(path: String, to entry: Int, shell: FolderShell) -> [UInt8] {
        var values = shell.values
        values["url"] = .text(url(from: path, toEntry: entry))
        values["title"] = .text(view.entries[entry].title)
        var output: [UInt8] = []
        // A document of its own, without the layout.
        theme.render("alias", language: view.language, values, to: &output)
        return output
    }

    // MARK: Pieces

    private var pinned: [Int] {
        configuration.pinned.compactMap { written in
            let path = RelativePath.resolve(written.value, in: "") ?? ""
            return view.entry(
                key: PageAddress(sourcePath: path, languages: configuration.languages).withReadmeAsIndex.key)
        }
    }

    /// The folder's pages that its own `index.md` does not link to: none is missing, none stands there twice.
    private func unlisted(_ section: SiteView.Folder, on page: Page?) -> [Int] {
        let linked = Set(page?.body.links.map(\.target.key) ?? [])
        return section.entries.filter { !linked.contains(view.entries[$0].key) }
    }

    func special(
        _ template: String, name: String, title: String, values: TemplateValues, assets: [String] = [],
        shell: FolderShell
    ) -> [UInt8] {
        let path = outputPath(special: name)
        var values = values
        values.add([.title: .text(title), .breadcrumbs: breadcrumbs(path: path, ancestors: [])])
        return layout(
            template, values: values, shell: shell, path: path, title: title, description: "", assets: assets,
            translations: translation(ofSpecial: name))
    }

    private func listing(
        _ template: String, name: String, title: String, entries: [Int], shell: FolderShell
    ) -> [UInt8] {
        let path = outputPath(special: name)
        return special(
            template, name: name, title: title,
            values: ["pages": .list(entries.map { listItem($0, path: path) })], shell: shell)
    }

    /// The site's types that have pages, in the order of the navigation.
    private func types(path: String) -> [TemplateValues] {
        let rank = Dictionary(
            view.folders[0].subfolders.enumerated().map { (view.folders[$1].path, $0) }, uniquingKeysWith: { a, _ in a }
        )
        let present = configuration.types.values.filter { !entries(of: $0).isEmpty }.sorted {
            (rank[$0.folder] ?? Int.max, $0.id) < (rank[$1.folder] ?? Int.max, $1.id)
        }
        return present.map { type in
            let target =
                view.folder(path: type.folder).map(folderPath) ?? outputPath(special: SpecialPage.type(type.id))
            return [
                "id": .text(type.id),
                "label": .text(type.plural[view.language]),
                "url": .text(url(from: path, to: target)),
                "count": .text(String(entries(of: type).count)),
                "icon": .html(theme.icon(type.icon)),
                "hue": .text(type.hue),
                "summary": .text(type.summary[view.language]),
            ]
        }
    }

    /// How a page without a type is shown.
    static let plainIcon = "halaman"
    static let plainHue = "grey"

    /// The types by id, with addresses from the site's root, and what pages without one look like.
    var typeValues: TemplateValues {
        let types = types(path: "")
        var values: TemplateValues = [
            TemplateName(SearchSettings.plainType): .values([
                "order": .text(String(types.count)), .label: .text(""), .url: .text(""), .hue: .text(Self.plainHue),
                .icon: .html(theme.icon(Self.plainIcon)),
            ])
        ]
        for (order, type) in types.enumerated() {
            guard case .text(let id)? = type[.id] else { continue }
            var known: TemplateValues = ["order": .text(String(order))]
            for name: TemplateName in [.label, .hue, .icon, .url] { known[name] = type[name] }
            values[TemplateName(id)] = .values(known)
        }
        return values
    }

    /// Types whose pages lie in other folders than the type's own, and so need a list.
    var typesWithoutFolder: [ContentType] {
        configuration.types.values.filter { view.folder(path: $0.folder) == nil && !entries(of: $0).isEmpty }
            .sorted { $0.id < $1.id }
    }

    func entries(of type: ContentType) -> [Int] { entriesOfType[type.id] ?? [] }

    private func indexName(of folder: SiteView.Folder) -> String {
        folder.path.isEmpty ? "index.html" : folder.path + "/index.html"
    }

    private func latest(_ entries: [Int], limit: Int) -> [Int] {
        let sorted = entries.sorted {
            let (a, b) = (page(at: $0).metadata.reviewed!, page(at: $1).metadata.reviewed!)
            return a != b ? a > b : $0 < $1
        }
        return Array(sorted.prefix(limit))
    }

    private func soonestDue(_ entries: [Int], limit: Int) -> [Int] {
        let sorted = entries.compactMap { entry in page(at: entry).metadata.due.map { (entry, $0) } }
            .sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 < $1.0 }
        return sorted.prefix(limit).map(\.0)
    }

    private static func letter(of title: String) -> String {
        guard let first = NaturalOrder.folded(title).unicodeScalars.first else { return "#" }
        return first.properties.isAlphabetic ? String(first).uppercased() : "#"
    }
}

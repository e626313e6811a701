import Diagnostics
import SiteModel
import Theming

extension ViewRenderer {
    /// Draws the page of an entry.
    /// - Parameter problems: what a `--keep-going` build found wrong with the page's file.
    func renderPage(
        _ entry: Int, shell: FolderShell, problems: [Diagnostic], scratch: inout RelatedPages.Scratch
    ) -> [UInt8] {
        let path = outputPath(entry)
        let page = page(of: view.entries[entry])
        var values = facts(of: page, entry: entry, path: path)
        values.merge(surroundings(of: entry, path: path, shell: shell, scratch: &scratch)) { a, _ in a }
        values["body"] = .html(placed(page.body.html, path: path))
        let contents = contents(page.body.headings)
        values["toc"] = .list(contents)
        values["has_toc"] = .bool(contents.count > 1)
        values.merge(condition(of: page, problems: problems)) { a, _ in a }
        let template = page.type.map { theme.hasTemplate($0.template) ? $0.template : "page" } ?? "page"
        return layout(
            template, values: values, shell: shell, path: path, title: page.title,
            description: page.body.description, page: page, translations: translation(of: entry))
    }

    /// Body HTML with the way to the site's root put in.
    func placed(_ html: [UInt8], path: String) -> [UInt8] {
        guard html.has(PageBody.siteRootMark) else { return html }
        let root = Array(RelativePath.root(from: path).utf8)
        return Array(
            html.split(separator: PageBody.siteRootMark, omittingEmptySubsequences: false).joined(separator: root))
    }

    /// In what state the reader sees a page, or a list that nobody wrote a page for.
    func condition(of page: Page?, problems: [Diagnostic]) -> TemplateValues {
        [
            "content_lang": .text(page?.address.language ?? view.language),
            "is_fallback": .bool(page.map { $0.address.language != view.language } ?? false),
            "errors": .list(
                problems.map {
                    [
                        "message": .text($0.message),
                        "place": .text(
                            $0.location.line > 0 ? "\($0.location.file):\($0.location.line)" : $0.location.file),
                    ]
                }),
        ]
    }

    // MARK: What the page says of itself

    private func facts(of page: Page, entry: Int, path: String) -> TemplateValues {
        let metadata = page.metadata
        let type = page.type
        var title: [UInt8] = []
        title.appendEscaped(page.title)
        var values: TemplateValues = [
            "title": .text(page.title),
            "title_html": .html(title),
            "summary_html": .html(placed(page.body.summaryHTML, path: path)),
            "type": .values([
                "id": .text(type?.id ?? "page"),
                "label": .text(type?.label[view.language] ?? ""),
                "icon": .html(theme.icon(type?.icon ?? "halaman")),
                "hue": .text(type?.hue ?? "neutral"),
            ]),
            "is_page": .bool(type == nil),
            "owner": .text(metadata.owner ?? ""),
            "reviewed": .text(metadata.reviewed?.iso ?? ""),
            "reviewed_text": .text(metadata.reviewed.map(interface.text) ?? ""),
            "due": .text(metadata.due?.iso ?? ""),
            "due_text": .text(metadata.due.map(interface.text) ?? ""),
            "review_months": .text(metadata.reviewMonths.map(String.init) ?? ""),
            "channels": .texts(metadata.channels),
            "good_practice": .bool(metadata.sources.contains(where: Self.isGoodPractice)),
        ]
        values["sources"] = .list(
            metadata.sources.filter { !Self.isGoodPractice($0) }.map { source(named: $0, path: path) })
        values["fields"] = .list(
            page.body.fields.map {
                ["label": .text($0.label[view.language]), "html": .html(placed($0.html, path: path))]
            })
        values["has_answer"] = .bool(!page.body.answer.isEmpty)
        values["answer"] = .values(answer(of: page, path: path))
        return values
    }

    /// What rests on experience alone, as its page says: `amalan baik`.
    private static func isGoodPractice(_ source: String) -> Bool {
        source.lowercased().hasPrefix("amalan baik")
    }

    private func answer(of page: Page, path: String) -> TemplateValues {
        var values: TemplateValues = [:]
        for part in Answer.Part.allCases { values[part.rawValue] = .html([]) }
        for part in page.body.answer { values[part.part.rawValue] = .html(placed(part.html, path: path)) }
        return values
    }

    /// A citation; it leads to the circular's page where the site has one, and says when that was cancelled.
    func source(named text: String, path: String) -> TemplateValues {
        let circular = authorities.cited(in: text)
        return [
            "text": .text(text),
            "url": .text(circular.flatMap(view.entry).map { url(from: path, toEntry: $0) } ?? ""),
            "cancelled": .bool(circular.map(authorities.isSuperseded) ?? false),
        ]
    }

    private func contents(_ headings: [PageHeading]) -> [TemplateValues] {
        var items: [(heading: PageHeading, children: [TemplateValues])] = []
        for heading in headings where heading.level == 2 || heading.level == 3 {
            if heading.level == 3, !items.isEmpty {
                items[items.count - 1].children.append(
                    ["id": .text(heading.anchor), "html": .html(heading.html), "children": .list([])])
            } else {
                items.append((heading, []))
            }
        }
        return items.map {
            ["id": .text($0.heading.anchor), "html": .html($0.heading.html), "children": .list($0.children)]
        }
    }

    // MARK: Where the page stands

    private func surroundings(
        of entry: Int, path: String, shell: FolderShell, scratch: inout RelatedPages.Scratch
    ) -> TemplateValues {
        let current = view.entries[entry]
        let folder = view.folders[current.folder]
        let ancestors = view.ancestors(of: entry)
        var values = siblings(of: entry, path: path, shell: shell)
        values["breadcrumbs"] = breadcrumbs(path: path, ancestors: ancestors)
        values["tags"] = .list(tags(of: entry, path: path))
        values["related"] = .list(
            related.nearest(to: entry, limit: 5, scratch: &scratch).map { listItem($0, path: path) })
        let place = view.position[entry]
        let previous = place.flatMap { $0 > 0 ? folder.entries[$0 - 1] : nil }
        let next = place.flatMap { $0 + 1 < folder.entries.count ? folder.entries[$0 + 1] : nil }
        for (name, neighbour) in [("previous", previous), ("next", next)] {
            values["has_" + name] = .bool(neighbour != nil)
            values[name] = .values(
                neighbour.map { link(to: $0, path: path) } ?? ["title": .text(""), "url": .text("")])
        }
        values.merge(succession(of: entry, path: path)) { a, _ in a }
        return values
    }

    private func tags(of entry: Int, path: String) -> [TemplateValues] {
        var seen: Set<String> = []
        return page(of: view.entries[entry]).metadata.tags.compactMap { title in
            let slug = Tag.slug(title)
            guard !slug.isEmpty, seen.insert(slug).inserted else { return nil }
            return [
                "title": .text(title),
                "url": .text(url(from: path, to: outputPath(special: SpecialPage.tag(slug)))),
            ]
        }
    }

    /// What replaced the page, and what the page replaced.
    private func succession(of entry: Int, path: String) -> TemplateValues {
        let key = view.entries[entry].key
        let successor = authorities.successor(of: key).flatMap(view.entry)
        return [
            "has_superseded": .bool(successor != nil),
            "superseded": .values(
                successor.map { link(to: $0, path: path) } ?? ["title": .text(""), "url": .text("")]),
            "replaces": .list(
                authorities.predecessors(of: key).compactMap(view.entry).map { link(to: $0, path: path) }),
        ]
    }
}

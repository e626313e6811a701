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
        values.merge(surroundings(of: entry, path: path, scratch: &scratch)) { a, _ in a }
        values["body"] = .html(placed(page.body.html, path: path))
        values["toc"] = .list(contents(page.body.headings))
        values["errors"] = .list(
            problems.map {
                [
                    "message": .text($0.message),
                    "place": .text($0.location.line > 0 ? "\($0.location.file):\($0.location.line)" : $0.location.file),
                ]
            })
        let template = page.type.map { theme.hasTemplate($0.template) ? $0.template : "page" } ?? "page"
        return layout(
            template, values: values, shell: shell, path: path, title: page.title,
            description: page.body.description, translations: translation(of: entry))
    }

    /// Body HTML with the way to the site's root put in.
    func placed(_ html: [UInt8], path: String) -> [UInt8] {
        guard html.contains(PageBody.siteRootMark) else { return html }
        let root = Array(RelativePath.root(from: path).utf8)
        return Array(
            html.split(separator: PageBody.siteRootMark, omittingEmptySubsequences: false).joined(separator: root))
    }

    // MARK: What the page says of itself

    private func facts(of page: Page, entry: Int, path: String) -> TemplateValues {
        let metadata = page.metadata
        let type = page.type
        var values: TemplateValues = [
            "title": .text(page.title),
            "summary_html": .html(placed(page.body.summaryHTML, path: path)),
            "type": .values([
                "id": .text(type?.id ?? "page"),
                "label": .text(type?.label[view.language] ?? ""),
                "icon": .html(theme.icon(type?.icon ?? "page")),
                "hue": .text(type?.hue ?? "neutral"),
            ]),
            "has_type": .bool(type != nil),
            "owner": .text(metadata.owner ?? ""),
            "reviewed": .text(metadata.reviewed?.iso ?? ""),
            "reviewed_text": .text(metadata.reviewed.map(interface.text) ?? ""),
            "due": .text(metadata.due?.iso ?? ""),
            "due_text": .text(metadata.due.map(interface.text) ?? ""),
            "review_months": .text(metadata.reviewMonths.map(String.init) ?? ""),
            "channels": .texts(metadata.channels),
            "content_lang": .text(page.address.language),
            "is_fallback": .bool(view.entries[entry].isFallback),
            "good_practice": .bool(metadata.sources.contains { $0.lowercased().hasPrefix("amalan baik") }),
        ]
        values["sources"] = .list(metadata.sources.map { source(named: $0, path: path) })
        values["has_sources"] = .bool(!metadata.sources.isEmpty)
        values["fields"] = .list(
            page.body.fields.map {
                ["label": .text($0.label[view.language]), "html": .html(placed($0.html, path: path))]
            })
        values["has_answer"] = .bool(!page.body.answer.isEmpty)
        values["answer"] = .values(answer(of: page, path: path))
        return values
    }

    private func answer(of page: Page, path: String) -> TemplateValues {
        var values: TemplateValues = [:]
        for part in Answer.Part.allCases { values[part.rawValue] = .html([]) }
        for part in page.body.answer { values[part.part.rawValue] = .html(placed(part.html, path: path)) }
        values["plain"] = .text(AnswerText(page: page, interface: interface).text)
        return values
    }

    /// A citation; it leads to the circular's page where the site has one, and says when that was cancelled.
    private func source(named text: String, path: String) -> TemplateValues {
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
        of entry: Int, path: String, scratch: inout RelatedPages.Scratch
    ) -> TemplateValues {
        let current = view.entries[entry]
        let folder = view.folders[current.folder]
        let isIndex = folder.index == entry
        let ancestors = view.ancestors(of: entry)
        var values: TemplateValues = [
            "breadcrumbs": breadcrumbs(path: path, ancestors: isIndex ? Array(ancestors.dropLast()) : ancestors),
            "section_title": .text(folder.title),
            "section_url": .text(url(from: path, to: folderPath(current.folder))),
            "tags": .list(tags(of: entry, path: path)),
            "related": .list(
                related.nearest(to: entry, limit: 5, scratch: &scratch).map { listItem($0, path: path) }),
        ]
        values["siblings"] = .list(siblings(of: entry, in: folder, path: path))
        values["subsections"] = .list(subsections(of: folder, path: path))
        let place = view.position[entry]
        let previous = place.flatMap { $0 > 0 ? folder.entries[$0 - 1] : nil }
        let next = place.flatMap { $0 + 1 < folder.entries.count ? folder.entries[$0 + 1] : nil }
        for (name, neighbour) in [("previous", previous), ("next", next)] {
            values["has_" + name] = .bool(neighbour != nil)
            values[name] = .values(neighbour.map { link(to: $0, path: path) } ?? ["title": .text(""), "url": .text("")])
        }
        values.merge(succession(of: entry, path: path)) { a, _ in a }
        return values
    }

    /// The pages of the folder; of a large one those around the page, so that no page carries the whole site.
    private func siblings(of entry: Int, in folder: SiteView.Folder, path: String) -> [TemplateValues] {
        var shown = folder.entries[...]
        let limit = 60
        if shown.count > limit {
            let place = view.position[entry] ?? 0
            let start = min(max(0, place - limit / 4), shown.count - limit / 2)
            shown = shown[start..<start + limit / 2]
        }
        return shown.map {
            var item = link(to: $0, path: path)
            item["current"] = .bool($0 == entry)
            return item
        }
    }

    func subsections(of folder: SiteView.Folder, path: String) -> [TemplateValues] {
        folder.subfolders.map {
            [
                "title": .text(view.folders[$0].title),
                "url": .text(url(from: path, to: folderPath($0))),
                "count": .text(String(view.folders[$0].pageCount)),
            ]
        }
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

    private func link(to entry: Int, path: String) -> TemplateValues {
        ["title": .text(view.entries[entry].title), "url": .text(url(from: path, toEntry: entry))]
    }

    /// What replaced the page, and what the page replaced.
    private func succession(of entry: Int, path: String) -> TemplateValues {
        let key = view.entries[entry].key
        let successor = authorities.successor(of: key).flatMap(view.entry)
        return [
            "has_superseded": .bool(successor != nil),
            "superseded": .values(successor.map { link(to: $0, path: path) } ?? ["title": .text(""), "url": .text("")]),
            "replaces": .list(
                authorities.predecessors(of: key).compactMap(view.entry).map { link(to: $0, path: path) }),
        ]
    }
}

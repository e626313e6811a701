import Diagnostics
import HTMLEscaping
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
        values.add(surroundings(of: entry, path: path, shell: shell, scratch: &scratch))
        let contents = contents(page.body.headings)
        values.add([
            .body: .html(placed(page.body.html, path: path)), .toc: .list(contents),
            .hasTOC: .bool(contents.count > 1),
        ])
        values.add(condition(of: page, problems: problems))
        let template = page.type?.template ?? "page"
        return layout(
            theme.hasTemplate(template) ? template : "page", values: values, shell: shell, path: path,
            title: page.title,
            description: page.body.description, page: page,
            assets: page.type?.hasSlides == true ? Self.slideAssets : [],
            translations: translation(of: entry))
    }

    private static let slideAssets = ["slides.css", "training-{lang}.js", "slide-parts.js", "slides.js"]

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
            .contentLanguage: .text(page?.address.language ?? view.language),
            .isFallback: .bool(page.map { $0.address.language != view.language } ?? false),
            .errors: .list(
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
        var title: [UInt8] = []
        appendEscapedHTML(page.title, .all, to: &title)
        let item = items[entry]  // what lists say of the page, it says itself
        let values: TemplateValues = [
            .titleHTML: .html(title),
            .summaryHTML: .html(placed(page.body.summaryHTML, path: path)),
            .type: .values([
                .id: .text(page.type?.id ?? "page"),
                .label: item[.typeLabel]!, .icon: item[.icon]!, .hue: item[.hue]!,
            ]),
            .isPage: .bool(page.type == nil),
            .owner: .text(metadata.owner ?? ""),
            .reviewMonths: .text(metadata.reviewMonths.map(String.init) ?? ""),
            .channels: .texts(metadata.channels),
            .hasSlides: .bool(page.type?.hasSlides ?? false),
            .goodPractice: .bool(metadata.sources.contains(where: Self.isGoodPractice)),
            .sources: .list(
                metadata.sources.filter { !Self.isGoodPractice($0) }.map { source(named: $0, path: path) }),
            .fields: .list(
                page.body.fields.map {
                    [.label: .text($0.label[view.language]), .html: .html(placed($0.html, path: path))]
                }),
            .hasAnswer: .bool(!page.body.answer.isEmpty),
            .answer: .values(answer(of: page, path: path)),
        ]
        return values.over(item)
    }

    /// What rests on experience alone, as its page says: `amalan baik`.
    private static func isGoodPractice(_ source: String) -> Bool {
        source.lowercased().hasPrefix("amalan baik")
    }

    private static let noAnswer = TemplateValues(Answer.Part.allCases.map { ($0.rawValue, .html([])) })

    private func answer(of page: Page, path: String) -> TemplateValues {
        if page.body.answer.isEmpty { return Self.noAnswer }
        var values = Self.noAnswer
        for part in page.body.answer { values[TemplateName(part.part.rawValue)] = .html(placed(part.html, path: path)) }
        return values
    }

    /// A citation; it leads to the circular's page where the site has one, and says when that was cancelled.
    func source(named text: String, path: String) -> TemplateValues {
        let circular = authorities.cited(in: text)
        return [
            "text": .text(text),
            "url": .text(circular.flatMap { view.entry(key: $0) }.map { url(from: path, toEntry: $0) } ?? ""),
            "cancelled": .bool(circular.map { authorities.isSuperseded($0) } ?? false),
        ]
    }

    private func contents(_ headings: [PageHeading]) -> [TemplateValues] {
        var items: [(heading: PageHeading, children: [TemplateValues])] = []
        for heading in headings where !heading.isNested && (heading.level == 2 || heading.level == 3) {
            if heading.level == 3, !items.isEmpty {
                items[items.count - 1].children.append(
                    [.id: .text(heading.anchor), .html: .html(heading.html), .children: .list([])])
            } else {
                items.append((heading, []))
            }
        }
        return items.map {
            [.id: .text($0.heading.anchor), .html: .html($0.heading.html), .children: .list($0.children)]
        }
    }

    // MARK: Where the page stands

    private func surroundings(
        of entry: Int, path: String, shell: FolderShell, scratch: inout RelatedPages.Scratch
    ) -> TemplateValues {
        let neighbours = view.folders[view.entries[entry].folder].entries
        let place = view.position[entry]
        let previous = place.flatMap { $0 > 0 ? neighbours[$0 - 1] : nil }
        let next = place.flatMap { $0 + 1 < neighbours.count ? neighbours[$0 + 1] : nil }
        let near = related.nearest(to: entry, limit: 5, scratch: &scratch)
        var values = siblings(of: entry, path: path, shell: shell)
        values.add([
            .tags: .list(tags(of: entry, path: path)),
            .related: .list(near.map { listItem($0, path: path) }),
            .hasPrevious: .bool(previous != nil), .previous: .values(link(to: previous, path: path)),
            .hasNext: .bool(next != nil), .next: .values(link(to: next, path: path)),
        ])
        values.add(succession(of: entry, path: path))
        return values
    }

    /// Empty where there is no such page.
    private func link(to entry: Int?, path: String) -> TemplateValues {
        entry.map { link(to: $0, path: path) } ?? [.title: .text(""), .url: .text("")]
    }

    private func tags(of entry: Int, path: String) -> [TemplateValues] {
        var slugs: [String] = []
        return page(of: view.entries[entry]).metadata.tags.compactMap { title in
            let slug = Tag.slug(title)
            guard !slug.isEmpty, !slugs.contains(slug) else { return nil }
            slugs.append(slug)
            return [.title: .text(title), .url: .text(url(from: path, to: outputPath(special: SpecialPage.tag(slug))))]
        }
    }

    /// What replaced the page, and what the page replaced.
    private func succession(of entry: Int, path: String) -> TemplateValues {
        let key = view.entries[entry].key
        let successor = authorities.successor(of: key).flatMap { view.entry(key: $0) }
        return [
            .hasSuperseded: .bool(successor != nil), .superseded: .values(link(to: successor, path: path)),
            .replaces: .list(
                authorities.predecessors(of: key).compactMap { view.entry(key: $0) }.map { link(to: $0, path: path) }),
        ]
    }
}

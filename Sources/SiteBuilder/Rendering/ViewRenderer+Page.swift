import Diagnostics
import HTMLEscaping
import SiteModel
import Theming

extension ViewRenderer {
    /// Draws the page of an entry.
    /// - Parameter problems: what a `--keep-going` build found wrong with the page's file.
    func renderPage(
        _ entry: Int, shell: FolderShell, problems: [Diagnostic], scratch: inout PageScratch
    ) -> [UInt8] {
        let path = outputPath(entry)
        let page = page(at: entry)
        let kind = shell.kinds[page.type?.id ?? ""] ?? kind(page.type, shell: shell)
        var values = TemplateValues(over: items[entry], capacity: 48)
        addFacts(of: page, path: path, to: &values)
        addSurroundings(of: entry, path: path, shell: shell, scratch: &scratch.related, to: &values)
        let contents = contents(page.body.headings)
        values.add(.body, .html(placed(page.body.html, path: path)))
        values.add(.toc, .list(contents))
        values.add(.hasTOC, .bool(contents.count > 1))
        // Few pages are in a state or need scripts of their own: what the others say is known of their kind.
        if page.address.language != view.language || !problems.isEmpty {
            values.add(condition(of: page, problems: problems))
        }
        if !page.body.assets.isEmpty || !page.body.activities.isEmpty || !page.body.version.isEmpty {
            values.add(learning(on: page, needing: Self.assets(of: page.type)))
        }
        addHead(
            path: path, title: page.title, description: page.body.description, translations: translation(of: entry),
            to: &values)
        return Self.draw(
            &values, scratch: &scratch, content: { kind.content.render($0, to: &$1) },
            layout: { kind.layout.render($0, to: &$1) })
    }

    /// What a folder's pages of one type share.
    func kind(_ type: ContentType?, shell: FolderShell) -> PageKind {
        var known = shell.values
        known.merge(learning(on: nil, needing: Self.assets(of: type)))
        known.merge(condition(of: nil, problems: []))
        known.merge(succession(nil, [], path: ""))
        known.merge([
            .type: .values([
                .id: .text(type?.id ?? SearchSettings.plainType), .label: .text(type?.label[view.language] ?? ""),
                .icon: .html(theme.icon(type?.icon ?? Self.plainIcon)), .hue: .text(type?.hue ?? Self.plainHue),
            ]),
            .isPage: .bool(type == nil),
            .hasSlides: .bool(type?.hasSlides ?? false),
        ])
        // These are each page's own.
        known[.siblingsHTML] = nil
        known[.siblingsMore] = nil
        let template = type?.template ?? "page"
        return PageKind(
            content: theme.template(
                theme.hasTemplate(template) ? template : "page", language: view.language, appliedTo: known),
            layout: theme.template("layout", language: view.language, appliedTo: known))
    }

    /// Names of the theme's assets that all pages of a type need.
    private static func assets(of type: ContentType?) -> [String] {
        type?.hasSlides == true ? ["slides.css", "training-{lang}.js", "slide-parts.js", "slides.js"] : []
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

    private func addFacts(of page: Page, path: String, to values: inout TemplateValues) {
        var title: [UInt8] = []
        appendEscapedHTML(page.title, .all, to: &title)
        values.add(.titleHTML, .html(title))
        values.add(.summaryHTML, .html(placed(page.body.summaryHTML, path: path)))
        values.add(.owner, .text(page.metadata.owner ?? ""))
        values.add(.reviewMonths, .text(page.metadata.reviewMonths.map(String.init) ?? ""))
        values.add(.channels, .texts(page.metadata.channels))
        let sources = page.metadata.sources.filter { !Self.isGoodPractice($0) }
        values.add(.goodPractice, .bool(sources.count < page.metadata.sources.count))
        values.add(.sources, .list(sources.map { source(named: $0, path: path) }))
        let fields = page.body.fields.map { field -> TemplateValues in
            [.label: .text(field.label[view.language]), .html: .html(placed(field.html, path: path))]
        }
        values.add(.fields, .list(fields))
        values.add(.hasAnswer, .bool(!page.body.answer.isEmpty))
        values.add(.answer, .values(answer(of: page, path: path)))
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
        var items: [TemplateValues] = []
        // The heading that is open, and those that stand under it.
        var open: Int?
        var children: [TemplateValues] = []
        func close() {
            if let open { items.append(item(headings[open], children)) }
            children = []
        }
        for index in headings.indices where !headings[index].isNested && (2...3).contains(headings[index].level) {
            if headings[index].level == 3, open != nil {
                children.append(item(headings[index], []))
            } else {
                close()
                open = index
            }
        }
        close()
        return items
    }

    private func item(_ heading: PageHeading, _ children: [TemplateValues]) -> TemplateValues {
        [.id: .text(heading.anchor), .html: .html(heading.html), .children: .list(children)]
    }

    // MARK: Where the page stands

    private func addSurroundings(
        of entry: Int, path: String, shell: FolderShell, scratch: inout RelatedPages.Scratch,
        to values: inout TemplateValues
    ) {
        let neighbours = view.folders[view.entries[entry].folder].entries
        let place = view.position[entry]
        let previous = place.flatMap { $0 > 0 ? neighbours[$0 - 1] : nil }
        let next = place.flatMap { $0 + 1 < neighbours.count ? neighbours[$0 + 1] : nil }
        let near = related.nearest(to: entry, limit: 5, scratch: &scratch)
        addSiblings(of: entry, shell: shell, to: &values)
        values.add(.tags, .list(tags(of: entry, path: path)))
        values.add(.related, .list(near.map { listItem($0, path: path) }))
        values.add(.hasPrevious, .bool(previous != nil))
        values.add(.previous, .values(link(to: previous, path: path)))
        values.add(.hasNext, .bool(next != nil))
        values.add(.next, .values(link(to: next, path: path)))
        let replaced = authorities.predecessors(of: view.entries[entry].key)
        let successor = authorities.successor(of: view.entries[entry].key)
        if successor != nil || !replaced.isEmpty { values.add(succession(successor, replaced, path: path)) }
    }

    /// Empty where there is no such page.
    private func link(to entry: Int?, path: String) -> TemplateValues {
        entry.map { link(to: $0, path: path) } ?? [.title: .text(""), .url: .text("")]
    }

    private func tags(of entry: Int, path: String) -> [TemplateValues] {
        view.tagUses[entry].map { [.title: .text($0.title), .url: .text(url(from: path, toTag: $0.tag))] }
    }

    /// What replaced the page, and what the page replaced, by their keys.
    private func succession(_ successor: String?, _ replaced: [String], path: String) -> TemplateValues {
        let successor = successor.flatMap { view.entry(key: $0) }
        return [
            .hasSuperseded: .bool(successor != nil), .superseded: .values(link(to: successor, path: path)),
            .replaces: .list(replaced.compactMap { view.entry(key: $0) }.map { link(to: $0, path: path) }),
        ]
    }
}

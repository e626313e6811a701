import SiteModel
import Theming

/// Draws every page of the site in one language: values in, the theme's HTML out.
struct ViewRenderer: Sendable {
    let site: Site
    let view: SiteView
    let theme: Theme
    let interface: Interface
    let related: RelatedPages
    let authorities: Authorities
    private(set) var assets: AssetPaths
    let facts: FactTable
    /// Entries that are pages of a type, without index pages.
    let entriesOfType: [String: [Int]]
    /// Output path of each entry.
    private let paths: PathTable
    /// Output path of the page of each of the view's tags.
    private let tagPaths: PathTable
    /// Whether links may hold all these paths as they are.
    private let hasPlainPaths: Bool
    let items: [TemplateValues]
    /// The site's languages and what each calls itself.
    private let languages: [(code: String, name: String)]
    private let otherSibling: AppliedTemplate
    /// How the page itself stands among its siblings.
    private let currentSibling: AppliedTemplate
    /// Values that are the same on every page of the view.
    private var shared: TemplateValues
    /// What scripts need to know of the content types and of the modules, as scripts of their own.
    private(set) var dataScripts: [(path: String, bytes: [UInt8])] = []

    var configuration: SiteConfiguration { site.configuration }

    init(site: Site, view: SiteView, theme: Theme, assets: AssetPaths, authorities: Authorities, facts: FactTable) {
        self.site = site
        self.view = view
        self.theme = theme
        self.authorities = authorities
        self.assets = assets
        self.facts = facts
        interface = Interface(language: view.language, strings: theme.strings(for: view.language))
        related = RelatedPages(view: view, pages: site.pages)
        entriesOfType = Dictionary(
            grouping: view.entries.indices.filter { !site.pages[view.entries[$0].page].address.isIndex }
        ) {
            site.pages[view.entries[$0].page].type?.id ?? ""
        }
        let entryPaths = view.entries.indices.map {
            view.outputPath($0, defaultLanguage: site.configuration.defaultLanguage)
        }
        let start = Self.start(of: view.language, site.configuration)
        let pathsOfTags = view.tags.map { start + SpecialPage.tag($0.slug) }
        hasPlainPaths = (entryPaths + pathsOfTags).allSatisfy { URLPath.encoded($0) == $0 }
        (paths, tagPaths) = (PathTable(entryPaths), PathTable(pathsOfTags))
        languages = site.configuration.languages.map { ($0, theme.strings(for: $0)["language_name"] ?? $0) }
        items = view.entries.map { [interface] in
            Self.item(of: site.pages[$0.page], language: view.language, theme: theme, interface: interface)
        }
        shared = [
            "lang": .text(view.language),
            "site_title": .text(site.configuration.title[view.language]),
            "site_id": .text(site.configuration.siteID),
            "asset": assets.values,
            "strings_script": .text(assets.paths["strings-\(view.language).js"] ?? ""),
            "search_script": .text(assets.searchScript),
            "has_languages": .bool(site.configuration.languages.count > 1),
            "is_home": .bool(false), "is_search": .bool(false),
            "section_title": .text(""), "section_url": .text(""),
            "siblings_html": .html([]), "siblings_more": .bool(false), "subsections": .list([]),
        ]
        let sibling = { (isCurrent: Bool) in
            theme.template("partials/sibling", language: view.language, appliedTo: [.current: .bool(isCurrent)])
        }
        (otherSibling, currentSibling) = (sibling(false), sibling(true))
        shared["types_script"] = .text(addScript("types", "panduanTypes", .values(typeValues)))
        let modules = self.modules
        if !modules.isEmpty { addScript("modules", "panduanModules", .list(modules)) }
        let decks = self.decks
        if !decks.isEmpty { addScript("cards", "panduanCards", .list(decks)) }
    }

    /// - Returns: the script's output path.
    @discardableResult
    private mutating func addScript(_ name: String, _ variable: String, _ value: TemplateValue) -> String {
        let name = "\(name)-\(view.language).js"
        let bytes = ScriptData.assignment(variable, value)
        let path = "assets/" + Fingerprint.path(name, of: bytes)
        assets.paths[name] = path
        dataScripts.append((path, bytes))
        return path
    }

    func page(at entry: Int) -> Page { site.pages[view.entries[entry].page] }

    func outputPath(_ entry: Int) -> String { paths[entry] }

    /// Path of one of the view's own pages, such as `cari.html`.
    func outputPath(special name: String) -> String {
        Self.start(of: view.language, configuration) + name
    }

    /// How the output paths of a language start.
    private static func start(of language: String, _ configuration: SiteConfiguration) -> String {
        language == configuration.defaultLanguage ? "" : language + "/"
    }

    func url(from path: String, to target: String) -> String {
        URLPath.encoded(RelativePath.from(path, to: target))
    }

    func url(from path: String, toEntry entry: Int) -> String {
        encoded(paths.way(from: path, to: entry))
    }

    func url(from path: String, toTag tag: Int) -> String {
        encoded(tagPaths.way(from: path, to: tag))
    }

    /// The way to one of those paths as it is written in a link.
    private func encoded(_ way: String) -> String { hasPlainPaths ? way : URLPath.encoded(way) }

    /// The folder's own page in the output.
    func folderPath(_ folder: Int) -> String {
        let path = view.folders[folder].path
        return outputPath(special: path.isEmpty ? "index.html" : path + "/index.html")
    }

    // MARK: Whole pages

    /// Draws `template` within the layout.
    /// - Parameters:
    ///   - shell: what all pages of the output's folder share.
    ///   - page: whose body it shows.
    ///   - assets: of the theme, which the page needs besides those that its body needs.
    ///   - translations: output path of the same page in each language.
    func layout(
        _ template: String, values: TemplateValues, shell: FolderShell, path: String, title: String,
        description: String, page: Page? = nil, assets: [String] = [], translations: (String) -> String
    ) -> [UInt8] {
        var values = values
        values.add(learning(on: page, needing: assets))
        addHead(path: path, title: title, description: description, translations: translations, to: &values)
        var scratch = PageScratch()
        return Self.draw(
            &values, scratch: &scratch,
            content: { theme.render(template, language: view.language, $0, over: shell.values, to: &$1) },
            layout: { theme.render("layout", language: view.language, $0, over: shell.values, to: &$1) })
    }

    /// What a page says of itself outside its own template.
    func addHead(
        path: String, title: String, description: String, translations: (String) -> String,
        to values: inout TemplateValues
    ) {
        values.add(.path, .text(path))
        values.add(.pageTitle, .text(title))
        values.add(.description, .text(description))
        let languages = languages.map { language -> TemplateValues in
            let isCurrent = language.code == view.language
            let target = isCurrent ? path : translations(language.code)
            return [
                .code: .text(language.code), .name: .text(language.name), .url: .text(url(from: path, to: target)),
                .current: .bool(isCurrent),
            ]
        }
        values.add(.languages, .list(languages))
    }

    /// Draws the page's own template, and then the layout around it.
    static func draw(
        _ values: inout TemplateValues, scratch: inout PageScratch,
        content drawContent: (TemplateValues, inout [UInt8]) -> Void,
        layout drawLayout: (TemplateValues, inout [UInt8]) -> Void
    ) -> [UInt8] {
        scratch.content.removeAll(keepingCapacity: true)
        drawContent(values, &scratch.content)
        values.add(.content, .html(scratch.content))
        scratch.output.removeAll(keepingCapacity: true)
        drawLayout(values, &scratch.output)
        return scratch.output
    }

    /// What all pages whose output lies beside `path` share.
    func shell(besideOutput path: String, folder: Int?) -> FolderShell {
        var values = shared
        let top = folder.flatMap(topFolder)
        values["root"] = .text(RelativePath.root(from: path))
        let home = outputPath(special: "index.html")
        values["home_root"] = .text(RelativePath.root(from: path) + home.dropLast("index.html".count))
        values["home_url"] = .text(url(from: path, to: home))
        values["search_url"] = .text(url(from: path, to: outputPath(special: SpecialPage.search)))
        values["az_url"] = .text(url(from: path, to: outputPath(special: SpecialPage.index)))
        values["progress_url"] = .text(
            hasModules ? url(from: path, to: outputPath(special: SpecialPage.progress)) : "")
        values["review_url"] = .text(hasCards ? url(from: path, to: outputPath(special: SpecialPage.review)) : "")
        values["tags_url"] = .text(url(from: path, to: outputPath(special: SpecialPage.tags)))
        values["facts_url"] = .text(
            facts.all.isEmpty ? "" : url(from: path, to: outputPath(special: SpecialPage.facts)))
        values["sections"] = .list(
            view.folders[0].subfolders.map { index in
                let type = configuration.type(ofFolder: view.folders[index].path)
                return [
                    "title": .text(view.folders[index].title),
                    "url": .text(url(from: path, to: folderPath(index))),
                    "current": .bool(index == top),
                    "icon": .html(theme.icon(type?.icon ?? Self.plainIcon)),
                    "hue": .text(type?.hue ?? Self.plainHue),
                ]
            })
        var shell = FolderShell(values: values)
        guard let folder else { return shell }
        let section = view.folders[folder]
        shell.values["section_title"] = .text(section.title)
        shell.values["section_url"] = .text(url(from: path, to: folderPath(folder)))
        shell.values["subsections"] = .list(subsections(of: section, path: path))
        let above = view.ancestors(ofFolder: folder) + (section.parent == nil ? [] : [folder])
        shell.values[.breadcrumbs] = breadcrumbs(path: path, ancestors: above)
        for entry in section.entries {
            let link = link(to: entry, path: path)
            shell.siblings.add { otherSibling.render(link, to: &$0) }
            shell.currentSiblings.add { currentSibling.render(link, to: &$0) }
        }
        for entry in section.entries {
            let type = page(at: entry).type
            if shell.kinds[type?.id ?? ""] == nil { shell.kinds[type?.id ?? ""] = kind(type, shell: shell) }
        }
        return shell
    }

    /// The folder directly under the root that holds this one.
    private func topFolder(_ folder: Int) -> Int? {
        var current = folder
        while let parent = view.folders[current].parent {
            if view.folders[parent].parent == nil { return current }
            current = parent
        }
        return nil
    }

    /// Where an entry stands in another language.
    func translation(of entry: Int) -> (String) -> String {
        let (key, main) = (view.entries[entry].key, configuration.defaultLanguage)
        return { PageAddress(key: key, language: $0).outputPath(defaultLanguage: main) }
    }

    func translation(ofSpecial name: String) -> (String) -> String {
        let main = configuration.defaultLanguage
        return { ($0 == main ? "" : $0 + "/") + name }
    }

    // MARK: Pieces that several pages show

    func breadcrumbs(path: String, ancestors: [Int]) -> TemplateValue {
        let home: TemplateValues = [
            .title: .text(interface["home"]), .url: .text(url(from: path, to: outputPath(special: "index.html"))),
        ]
        return .list(
            [home]
                + ancestors.map {
                    [.title: .text(view.folders[$0].title), .url: .text(url(from: path, to: folderPath($0)))]
                })
    }

    /// A page as a line of a list.
    func listItem(_ entry: Int, path: String) -> TemplateValues {
        let way: TemplateValues = [.url: .text(url(from: path, toEntry: entry))]
        return way.over(items[entry])
    }

    /// A page as a line of a list, but for the way to it.
    private static func item(of page: Page, language: String, theme: Theme, interface: Interface) -> TemplateValues {
        [
            "summary": .text(page.metadata.summary == nil ? "" : page.body.description),
            .reviewed: .text(page.metadata.reviewed?.iso ?? ""),
            .reviewedText: .text(page.metadata.reviewed.map(interface.text) ?? ""),
            .due: .text(page.metadata.due?.iso ?? ""),
            .dueText: .text(page.metadata.due.map(interface.text) ?? ""),
            .icon: .html(theme.icon(page.type?.icon ?? Self.plainIcon)),
            .url: .text(""),
            // What lists show most stands last, where names are looked up first.
            .typeLabel: .text(page.type?.label[language] ?? ""),
            .hue: .text(page.type?.hue ?? Self.plainHue),
            .title: .text(page.title),
        ]
    }

    /// The list of the folder's pages around an entry.
    func addSiblings(of entry: Int?, shell: FolderShell, to values: inout TemplateValues) {
        let count = shell.siblings.count
        let place = entry.flatMap { view.position[$0] }
        let shown = min(count, Self.siblingLimit)
        let start = min(max(0, (place ?? 0) - shown / 2), count - shown)
        var html: [UInt8] = []
        html.reserveCapacity(shell.siblings.bytes(start..<start + shown).count + 40)
        if let place {
            html += shell.siblings.bytes(start..<place)
            html += shell.currentSiblings.bytes(place..<place + 1)
            html += shell.siblings.bytes(place + 1..<start + shown)
        } else {
            html += shell.siblings.bytes(start..<start + shown)
        }
        values.add(.siblingsHTML, .html(html))
        values.add(.siblingsMore, .bool(shown < count))
    }

    /// More than this would carry the whole of a large folder in each of its pages.
    private static let siblingLimit = 40

    private func subsections(of folder: SiteView.Folder, path: String) -> [TemplateValues] {
        folder.subfolders.map {
            [
                "title": .text(view.folders[$0].title),
                "url": .text(url(from: path, to: folderPath($0))),
                "count": .text(String(view.folders[$0].pageCount)),
            ]
        }
    }

    func link(to entry: Int, path: String) -> TemplateValues {
        [.title: .text(view.entries[entry].title), .url: .text(url(from: path, toEntry: entry))]
    }
}

/// Where pages are drawn, one after the other, so that each costs only what is its own.
struct PageScratch {
    var related = RelatedPages.Scratch()
    fileprivate var content: [UInt8] = []
    fileprivate var output: [UInt8] = []

    init() {
        content.reserveCapacity(32 << 10)
        output.reserveCapacity(48 << 10)
    }
}

/// What all pages of one folder share, computed once.
struct FolderShell: Sendable {
    var values: TemplateValues
    /// The folder's pages in order as items of a list, none marked as the current one.
    var siblings = DrawnItems()
    /// The same, all marked.
    var currentSiblings = DrawnItems()
    /// What pages of one type share, by the type's id; "" for pages of none.
    var kinds: [String: PageKind] = [:]
}

/// The templates of a folder's pages of one type, with all that these pages share. Every page looks at it, so it is not
/// copied.
final class PageKind: Sendable {
    let content: AppliedTemplate
    let layout: AppliedTemplate

    init(content: AppliedTemplate, layout: AppliedTemplate) {
        self.content = content
        self.layout = layout
    }
}

/// The HTML of items that follow one another, so that any neighbours among them are one run of bytes.
struct DrawnItems: Sendable {
    private var html: [UInt8] = []
    private var ends = [0]

    var count: Int { ends.count - 1 }

    mutating func add(_ draw: (inout [UInt8]) -> Void) {
        draw(&html)
        ends.append(html.count)
    }

    func bytes(_ items: Range<Int>) -> ArraySlice<UInt8> {
        html[ends[items.lowerBound]..<ends[items.upperBound]]
    }
}

/// The site as a reader of one language walks through it: each page once, in that language or in the next best.
public struct SiteView: Sendable {
    public struct Entry: Sendable {
        public let key: String
        /// Index into `Site.pages`.
        public let page: Int
        public let title: String
        /// Whether the page is shown in another language, for want of a translation.
        public let isFallback: Bool
        /// Index of the folder that holds it.
        public let folder: Int
    }

    public struct Folder: Sendable {
        public let path: String
        public internal(set) var title: String
        /// Entry of the folder's `index.md`.
        public internal(set) var index: Int?
        public let parent: Int?
        /// Entries, in the order of the navigation, without the index.
        public internal(set) var entries: [Int] = []
        public internal(set) var subfolders: [Int] = []
        /// Pages in the folder and all folders below.
        public internal(set) var pageCount = 0
    }

    public let language: String
    public let entries: [Entry]
    public let folders: [Folder]
    /// Entries in the order of their titles.
    public let byTitle: [Int]
    /// Pages by tag, tags by title.
    public let tags: [Tag]
    /// For each entry its tags, in the page's order.
    public let tagUses: [[Tag.Use]]
    /// For each entry its place in its folder's `entries`, or nil for an index page.
    public let position: [Int?]
    private let entryOfKey: [String: Int]
    private let folderOfPath: [String: Int]

    init(language: String, pages: [Page], configuration: SiteConfiguration) {
        var tree = FolderTree { configuration.type(ofFolder: $0)?.plural[language] }
        var entries: [Entry] = []
        var index = 0
        while index < pages.count {
            let key = pages[index].address.key
            var end = index + 1
            while end < pages.count, pages[end].address.key == key { end += 1 }
            let chosen = (index..<end).first { pages[$0].address.language == language } ?? index
            let folder = tree.folder(pages[chosen].address.folder)
            entries.append(
                Entry(
                    key: key, page: chosen, title: pages[chosen].title,
                    isFallback: pages[chosen].address.language != language, folder: folder))
            index = end
        }
        byTitle = NaturalOrder.sorted(entries.map(\.title))
        var rank = [Int](repeating: 0, count: entries.count)
        for (place, entry) in byTitle.enumerated() { rank[entry] = place }
        let sorter = NavigationOrder(entries: entries, pages: pages, rank: rank, configuration: configuration)
        self.language = language
        self.entries = entries
        folders = tree.filled(with: entries, pages: pages, order: sorter)
        var position = [Int?](repeating: nil, count: entries.count)
        for folder in folders {
            for (place, entry) in folder.entries.enumerated() { position[entry] = place }
        }
        self.position = position
        entryOfKey = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.key, $0) })
        folderOfPath = Dictionary(uniqueKeysWithValues: folders.enumerated().map { ($1.path, $0) })
        (tags, tagUses) = Tag.collect(entries: entries, pages: pages, rank: rank)
    }

    public func entry(key: String) -> Int? { entryOfKey[key] }

    public func folder(path: String) -> Int? { folderOfPath[path] }

    /// Path in the output of the page that shows the entry.
    public func outputPath(_ entry: Int, defaultLanguage: String) -> String {
        PageAddress(key: entries[entry].key, language: language).outputPath(defaultLanguage: defaultLanguage)
    }

    /// Folders from the root down to the one that holds this one, without the root.
    public func ancestors(ofFolder folder: Int) -> [Int] {
        var path: [Int] = []
        var current = folders[folder].parent
        while let parent = current, folders[parent].parent != nil {
            path.append(parent)
            current = folders[parent].parent
        }
        return path.reversed()
    }
}

/// Folders as they are found, each with its parents.
private struct FolderTree {
    /// What a top folder of a content type is called until its own page says.
    let typeTitle: (String) -> String?
    var folders: [SiteView.Folder] = [SiteView.Folder(path: "", title: "", parent: nil)]
    var indices: [String: Int] = ["": 0]

    init(typeTitle: @escaping (String) -> String?) { self.typeTitle = typeTitle }

    mutating func folder(_ path: String) -> Int {
        if let known = indices[path] { return known }
        let slash = path.lastIndex(of: "/")
        let parent = folder(slash.map { String(path[..<$0]) } ?? "")
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        let title = typeTitle(path) ?? Self.title(fromName: name)
        folders.append(SiteView.Folder(path: path, title: title, parent: parent))
        indices[path] = folders.count - 1
        return folders.count - 1
    }

    func filled(with entries: [SiteView.Entry], pages: [Page], order: NavigationOrder) -> [SiteView.Folder] {
        var folders = folders
        for (index, entry) in entries.enumerated() {
            if pages[entry.page].address.isIndex {
                folders[entry.folder].index = index
                // What another language calls the folder serves where nothing of its own does.
                if !entry.isFallback || typeTitle(folders[entry.folder].path) == nil {
                    folders[entry.folder].title = entry.title
                }
            } else {
                folders[entry.folder].entries.append(index)
            }
        }
        for index in folders.indices.reversed() {
            folders[index].entries = order.sorted(folders[index].entries)
            folders[index].pageCount += folders[index].entries.count
            if let parent = folders[index].parent {
                folders[parent].pageCount += folders[index].pageCount
                folders[parent].subfolders.append(index)
            }
        }
        for index in folders.indices {
            folders[index].subfolders = order.sorted(folders: folders[index].subfolders, of: folders)
        }
        return folders
    }

    /// `kad-pengenalan` becomes `Kad pengenalan`.
    private static func title(fromName name: String) -> String {
        let words = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

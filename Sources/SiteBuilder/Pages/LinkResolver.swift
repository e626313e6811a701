import Diagnostics
import Glibc
import Markdown
import SiteModel

/// Turns the destinations that authors write into addresses of the output, and notes what they lead to.
struct LinkResolver {
    let address: PageAddress
    let file: String
    /// Folder, in the content folder, of the file that the links stand in: an included file has its own.
    var folder: String
    let index: ContentIndex
    private let pageFolder: String
    private(set) var links: [PageLink] = []
    private(set) var files: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(address: PageAddress, file: String, index: ContentIndex) {
        self.address = address
        self.file = file
        self.index = index
        pageFolder = address.folder
        folder = pageFolder
    }

    /// What a link may not lead to is dropped: a site that is built in spite of its errors holds none of it either.
    mutating func resolve(_ written: String, isImage: Bool, at location: SourceLocation) -> ResolvedDestination {
        let parts = WrittenAddress(written)
        let anchor = parts.anchor
        if parts.path.isEmpty {
            if !anchor.isEmpty { note(address, anchor, location) }
            return .asWritten
        }
        if parts.isExternal {
            if let (id, message, help) = LinkSafety.problem(ofAddress: parts.pathAndQuery, isImage: isImage) {
                report(id, "\(message): \(written)", location, help)
                return .dropped
            }
            return .asWritten
        }
        guard let target = target(parts.decodedPath ?? parts.pathAndQuery) else {
            report(
                "link-outside", "the link leads out of the site: \(written)", location,
                "link to a page or file of the site")
            return .dropped
        }
        if let page = index.page(atPath: target) {
            if isImage {
                report("not-an-image", "this is a page and no image: \(written)", location, "link to it without '!'")
                return .dropped
            }
            return .rewritten(link(to: page, written: parts.pathAndQuery, target, anchor, location))
        }
        if let output = index.files[target] {
            if !index.allowsActiveFiles, let (id, message, help) = LinkSafety.problem(ofFile: target, isImage: isImage)
            {
                report(id, "\(message): \(written)", location, help)
                return .dropped
            }
            files.append(target)
            return .rewritten(Self.marked(URLPath.encoded(output) + Self.suffix(anchor)))
        }
        if let page = folderIndex(target) { return .rewritten(link(to: page, written: "", target, anchor, location)) }
        reportMissing(written, target, isImage: isImage, location)
        return .asWritten
    }

    /// The page that a destination leads to, if it leads to one of the site.
    func page(_ written: String) -> PageAddress? {
        let parts = WrittenAddress(written)
        if parts.path.isEmpty { return address }
        guard !parts.isExternal, let decoded = parts.decodedPath, let target = target(decoded) else { return nil }
        return index.page(atPath: target)
    }

    /// The way in the content folder of what a decoded path names; nil when it leads out.
    private func target(_ decoded: String) -> String? {
        RelativePath.resolve(decoded, in: decoded.hasPrefix("/") ? "" : folder)
    }

    // MARK: Pages

    private mutating func link(
        to page: PageAddress, written: String, _ target: String, _ anchor: String, _ location: SourceLocation
    ) -> [UInt8] {
        let names = index.languages
        let namesLanguage = page.language != names[0]
        // A page without a language of its own is meant in the reader's language.
        let meant = namesLanguage ? page : PageAddress(key: page.key, language: address.language)
        note(meant, anchor, location)
        if !namesLanguage, written.utf8.first != UInt8(ascii: "/"), folder == pageFolder,
            Self.isSame(target, page.key, ".md"), written.hasSuffix(".md")
        {
            return Self.htmlAddress(ofFile: written, anchor)
        }
        if meant.language == address.language {
            let way = RelativePath.from(address.key, to: meant.key + ".html")
            return Array((URLPath.encoded(way) + Self.suffix(anchor)).utf8)
        }
        let output = meant.outputPath(defaultLanguage: index.languages[0])
        return Self.marked(URLPath.encoded(output) + Self.suffix(anchor))
    }

    /// A folder has a page whether or not somebody wrote it.
    private func folderIndex(_ path: String) -> PageAddress? {
        guard let folder = index.folders.firstIndex(of: path).map({ index.folders[$0] }) else { return nil }
        return PageAddress(key: folder.isEmpty ? "index" : folder + "/index", language: address.language)
    }

    private mutating func note(_ target: PageAddress, _ anchor: String, _ location: SourceLocation) {
        links.append(PageLink(target: target, anchor: URLPath.decoded(anchor) ?? anchor, location: location))
    }

    /// Says where what was found since then stands.
    mutating func place(from start: (links: Int, diagnostics: Int), at location: SourceLocation) {
        for index in links.indices.dropFirst(start.links) where links[index].location.file == location.file {
            links[index].location = location
        }
        diagnostics.place(from: start.diagnostics, at: location)
    }

    // MARK: Mistakes

    private mutating func report(_ id: String, _ message: String, _ location: SourceLocation, _ help: String?) {
        diagnostics.append(Diagnostic(id, .error, message, at: location, help: help))
    }

    private mutating func reportMissing(
        _ written: String, _ target: String, isImage: Bool, _ location: SourceLocation
    ) {
        let stem = target.removingSuffix(".md") ?? target
        if index.drafts.contains(stem) {
            report("link-to-draft", "the page is a draft: \(written)", location, "publish it, or build with --drafts")
            return
        }
        let what = isImage ? "image" : target.hasSuffix(".md") ? "page" : "file"
        report("broken-link", "there is no \(what) \(written)", location, help(for: target))
    }

    private func help(for target: String) -> String? {
        if target.hasSuffix(".html"), index.page(atPath: String(target.dropLast(5)) + ".md") != nil {
            return "link to the Markdown file: write .md in place of .html"
        }
        let name = target.lastIndex(of: "/").map { target[target.index(after: $0)...] } ?? target[...]
        let folder = String(target.dropLast(name.utf8.count))
        let known = index.pages.keys.map { $0 + ".md" } + index.files.keys
        let elsewhere = known.filter { $0.hasSuffix("/" + name) || $0 == name }.min()
        // By name alone: with the folder's name before both, anything in it would look near.
        let beside = known.filter { $0.hasPrefix(folder) && !$0.dropFirst(folder.count).contains("/") }
        let names = beside.map { String($0.dropFirst(folder.count)) }.sorted().prefix(2000)
        guard let meant = elsewhere ?? closestMatch(to: String(name), in: names).map({ folder + $0 }) else {
            return nil
        }
        return "did you mean \(RelativePath.from(self.folder.isEmpty ? "x" : self.folder + "/x", to: meant))?"
    }

    // MARK: Addresses as written

    /// `../a/x.md` as `../a/x.html`, with the anchor.
    private static func htmlAddress(ofFile written: String, _ anchor: String) -> [UInt8] {
        var (written, anchor) = (written, suffix(anchor))
        var address: [UInt8] = []
        address.reserveCapacity(written.utf8.count + anchor.utf8.count + 2)
        written.withUTF8 { address.append(contentsOf: UnsafeBufferPointer(rebasing: $0.dropLast(2))) }
        address += [UInt8(ascii: "h"), UInt8(ascii: "t"), UInt8(ascii: "m"), UInt8(ascii: "l")]
        anchor.withUTF8 { address.append(contentsOf: $0) }
        return address
    }

    private static func suffix(_ anchor: String) -> String { anchor.isEmpty ? "" : "#" + anchor }

    /// Whether the whole is stored as the parts are, one after the other; `==` takes two spellings of an accent for one.
    private static func isSame(_ whole: String, _ start: String, _ end: StaticString) -> Bool {
        whole.withBytes { whole in
            start.withBytes { start in
                guard let first = whole.baseAddress, whole.count == start.count + end.utf8CodeUnitCount else {
                    return false
                }
                return memcmp(first, start.baseAddress ?? first, start.count) == 0
                    && memcmp(first + start.count, end.utf8Start, end.utf8CodeUnitCount) == 0
            }
        }
    }

    private static func marked(_ path: String) -> [UInt8] { [PageBody.siteRootMark] + path.utf8 }
}

/// A link's destination, cut into its parts in one walk along its bytes.
private struct WrittenAddress {
    /// Before the query and the anchor.
    let path: String
    /// Before the anchor.
    let pathAndQuery: String
    /// Without `#`; empty where there is none.
    let anchor: String
    /// `https:`, `mailto:`, `//host`: not of this site.
    let isExternal: Bool
    private let hasPercent: Bool

    init(_ written: String) {
        var written = written
        var (query, colon, hasPercent): (Int?, Int?, Bool) = (nil, nil, false)
        let (end, isExternal) = written.withUTF8 { bytes in
            var end = 0
            walk: while end < bytes.count {
                switch bytes[end] {
                case UInt8(ascii: "#"): break walk
                case UInt8(ascii: "?"): query = query ?? end
                case UInt8(ascii: ":"): colon = colon ?? end
                case UInt8(ascii: "%"): hasPercent = true
                default: break
                }
                end += 1
            }
            let path = bytes[..<end]
            return (end, path.starts(with: "//".utf8) || colon.map { Self.isScheme(path[..<$0]) } ?? false)
        }
        self.isExternal = isExternal
        self.hasPercent = hasPercent
        let hasAnchor = end < written.utf8.count
        pathAndQuery = hasAnchor ? String(written.utf8.prefix(end))! : written
        path = query.map { String(written.utf8.prefix($0))! } ?? pathAndQuery
        anchor = hasAnchor ? String(written.utf8.dropFirst(end + 1))! : ""
    }

    /// Nil when what is decoded is not text.
    var decodedPath: String? { hasPercent ? URLPath.decoded(path) : path }

    /// A single letter is a drive, not a scheme.
    private static func isScheme(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        bytes.count > 1
            && bytes.allSatisfy {
                switch $0 {
                case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

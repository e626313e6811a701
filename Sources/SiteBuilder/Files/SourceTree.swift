import Diagnostics
import SiteModel

/// The files of a source folder, sorted into what the pipeline does with them. Nothing is read yet.
struct SourceTree: Sendable {
    /// Path of the folder that is built, as given.
    var root: String
    /// "content/" where there is such a folder, else "".
    var contentPrefix: String
    /// Markdown files, relative to the content folder, sorted.
    var markdown: [String] = []
    /// Markdown files whose names begin with `_`: no pages, only there to be included.
    var fragments: [String] = []
    /// Every other file, relative to the content folder, sorted.
    var files: [String] = []
    var hasConfiguration: Bool

    func path(ofContent file: String) -> String { root + "/" + contentPrefix + file }

    /// As diagnostics name it: relative to the folder that is built.
    func displayPath(_ file: String) -> String { contentPrefix + file }
}

/// Walks the source folder; refuses whatever leads out of it.
struct SourceScanner {
    private let root: String
    private let realRoot: String
    private let excluded: Set<String>
    private var visited: Set<String> = []
    private var linkedFolders: [String] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var tree: SourceTree

    /// - Parameter excluded: real paths of folders that are not content, such as the output folder.
    static func scan(_ root: String, excluding excluded: [String]) throws -> (SourceTree, [Diagnostic]) {
        var scanner = try SourceScanner(root: root, excluded: excluded)
        try scanner.walk(folder: "")
        try scanner.walkLinkedFolders()
        scanner.tree.markdown.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        scanner.tree.files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return (scanner.tree, scanner.diagnostics)
    }

    private init(root: String, excluded: [String]) throws {
        guard let realRoot = FileSystem.realPath(root), FileSystem.isFolder(realRoot) else {
            throw BuildFailure("there is no folder \(root): give another --source")
        }
        self.root = root
        self.realRoot = realRoot
        let hasContent = FileSystem.isFolder(root + "/content")
        tree = SourceTree(
            root: root, contentPrefix: hasContent ? "content/" : "",
            hasConfiguration: FileSystem.kind(root + "/site.yml") != nil)
        self.excluded = Set(excluded + (hasContent ? [] : [realRoot + "/themes"]))
    }

    private mutating func walk(folder: String) throws {
        let path = tree.path(ofContent: folder)
        guard let real = FileSystem.realPath(path), !excluded.contains(real) else { return }
        visited.insert(real)
        for name in try FileSystem.list(path) where !name.hasPrefix(".") {
            try visit(folder.isEmpty ? name : folder + "/" + name, name: name)
        }
    }

    /// Links to folders come last: a folder that is part of the site already is not walked again, nor is a cycle.
    private mutating func walkLinkedFolders() throws {
        while !linkedFolders.isEmpty {
            let folder = linkedFolders.removeFirst()
            if let real = FileSystem.realPath(tree.path(ofContent: folder)), visited.contains(real) {
                report("repeated-folder", folder, "the link leads to a folder that is part of the site already", "remove it")
            } else {
                try walk(folder: folder)
            }
        }
    }

    private mutating func visit(_ relative: String, name: String) throws {
        let path = tree.path(ofContent: relative)
        switch FileSystem.kind(path) {
        case .folder:
            try walk(folder: relative)
        case .file:
            add(relative, name: name)
        case .link:
            guard let target = FileSystem.realPath(path) else {
                report("broken-symlink", relative, "the symbolic link leads nowhere", "remove it or mend its target")
                return
            }
            guard target == realRoot || target.hasPrefix(realRoot + "/") else {
                report(
                    "symlink-outside", relative, "the symbolic link leads out of the source folder",
                    "copy the file into the source folder")
                return
            }
            if FileSystem.isFolder(target) {
                linkedFolders.append(relative)
            } else {
                add(relative, name: name)
            }
        case .other, nil:
            report("not-a-file", relative, "this is neither a file nor a folder", "remove it from the source folder")
        }
    }

    private mutating func add(_ relative: String, name: String) {
        if name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) || !isText(name) {
            report("bad-file-name", relative, "the file's name holds characters that no link can name", "rename it")
        } else if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
            if name.hasPrefix("_") { tree.fragments.append(relative) } else { tree.markdown.append(relative) }
        } else if !name.hasSuffix(".yml"), !name.hasSuffix(".yaml") {
            tree.files.append(relative)
        }
    }

    /// Whether the name was UTF-8 on disk: String(cString:) repairs what was not.
    private func isText(_ name: String) -> Bool { !name.unicodeScalars.contains("\u{FFFD}") }

    private mutating func report(_ id: String, _ file: String, _ message: String, _ help: String) {
        diagnostics.append(
            Diagnostic(id, .error, message, at: SourceLocation(file: tree.displayPath(file)), help: help))
    }
}

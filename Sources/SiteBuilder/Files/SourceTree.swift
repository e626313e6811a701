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
    /// Markdown files that are private, by a `_` before their name or folder: no pages, only there to be included.
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
    /// Compared as text, so that two spellings of one accented name count as the same.
    private var accentedPaths: Set<String> = []
    private(set) var diagnostics: [Diagnostic] = []
    private var tree: SourceTree

    /// - Parameter excluded: real paths of folders that are not content, such as the output folder.
    static func scan(_ root: String, excluding excluded: [String]) throws -> (SourceTree, [Diagnostic]) {
        var scanner = try SourceScanner(root: root, excluded: excluded)
        scanner.findConfiguration()
        if scanner.tree.contentPrefix.isEmpty || scanner.kind("content") == .folder { try scanner.walk(folder: "") }
        try scanner.walkLinkedFolders()
        scanner.tree.markdown.sort { $0.precedesInBytes($1) }
        scanner.tree.files.sort { $0.precedesInBytes($1) }
        return (scanner.tree, scanner.diagnostics)
    }

    private init(root: String, excluded: [String]) throws {
        guard let realRoot = FileSystem.realPath(root), FileSystem.isFolder(realRoot) else {
            throw BuildFailure("there is no folder \(root): give another --source")
        }
        self.root = root
        self.realRoot = realRoot
        let hasContent = FileSystem.kind(root + "/content").map { $0 == .folder || $0 == .link } ?? false
        tree = SourceTree(root: root, contentPrefix: hasContent ? "content/" : "", hasConfiguration: false)
        self.excluded = Set(excluded + (hasContent ? [] : [realRoot + "/themes"]))
    }

    private mutating func findConfiguration() {
        switch kind("site.yml") {
        case .file: tree.hasConfiguration = true
        case .folder:
            report("not-a-file", at: "site.yml", "this is a folder", "rename it: site.yml is the site's settings")
        default: break
        }
    }

    private mutating func walk(folder: String) throws {
        let path = tree.path(ofContent: folder)
        guard let real = FileSystem.realPath(path), !excluded.contains(real), folder.isEmpty || !Self.isSite(real)
        else { return }
        guard visited.insert(real).inserted else {
            report(
                "repeated-folder", folder, "the folder is part of the site already", "remove the link that leads here")
            return
        }
        for (name, kind) in try FileSystem.entries(of: path) where !name.hasPrefix(".") {
            try visit(folder.isEmpty ? name : folder + "/" + name, name: name, kind)
        }
    }

    /// Whether the folder is a built site, under whatever name.
    private static func isSite(_ folder: String) -> Bool {
        FileSystem.kind(folder + "/" + SiteFolder.marker) == .file
    }

    /// Links to folders come last: a folder that is part of the site already is not walked again, nor is a cycle.
    private mutating func walkLinkedFolders() throws {
        while !linkedFolders.isEmpty {
            try walk(folder: linkedFolders.removeFirst())
        }
    }

    private mutating func visit(_ relative: String, name: String, _ kind: FileSystem.Kind) throws {
        if name.withBytes({ $0.contains { $0 < 0x20 || $0 == 0x7F } }) || !isText(name) {
            report("bad-file-name", relative, "the name holds characters that no link can name", "rename it")
            return
        }
        if let fault = WindowsNames.fault(in: name) {
            report(
                "windows-name", relative, "the name \(fault), which Windows does not allow", "rename it",
                severity: .warning)
        }
        switch (kind, followed(kind, at: tree.displayPath(relative))) {
        case (.link, .folder): linkedFolders.append(relative)
        case (_, .folder): try walk(folder: relative)
        case (_, .file): add(relative, name: name)
        default: break
        }
    }

    /// What is at a path of the source, through a symbolic link too. What must not be read is reported and nil.
    private mutating func kind(_ path: String) -> FileSystem.Kind? {
        FileSystem.kind(root + "/" + path).flatMap { followed($0, at: path) }
    }

    private mutating func followed(_ kind: FileSystem.Kind, at path: String) -> FileSystem.Kind? {
        var kind = kind
        if kind == .link {
            guard let target = FileSystem.realPath(root + "/" + path), let real = FileSystem.kind(target) else {
                report("broken-symlink", at: path, "the symbolic link leads nowhere", "remove it or mend its target")
                return nil
            }
            guard target == realRoot || target.hasPrefix(realRoot + "/") else {
                report(
                    "symlink-outside", at: path, "the symbolic link leads out of the source folder",
                    "copy what it leads to into the source folder")
                return nil
            }
            kind = real
        }
        if kind == .file || kind == .folder { return kind }
        report("not-a-file", at: path, "this is neither a file nor a folder", "remove it from the source folder")
        return nil
    }

    private mutating func add(_ relative: String, name: String) {
        if relative.withBytes({ $0.contains { $0 >= 0x80 } }), !accentedPaths.insert(relative).inserted {
            report(
                "same-name", relative, "another file's name differs only in how its accents are stored", "remove one")
        } else if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
            if isPrivate(relative) { tree.fragments.append(relative) } else { tree.markdown.append(relative) }
        } else if !name.hasSuffix(".yml"), !name.hasSuffix(".yaml"), !isPrivate(relative) {
            tree.files.append(relative)
        }
    }

    /// Files and folders whose names begin with `_` are for other files to use, not to be published.
    private func isPrivate(_ relative: String) -> Bool {
        relative.withBytes { bytes in
            bytes.indices.contains { place in
                bytes[place] == UInt8(ascii: "_") && (place == 0 || bytes[place - 1] == UInt8(ascii: "/"))
            }
        }
    }

    /// Whether the name was UTF-8 on disk: String(cString:) repairs what was not.
    private func isText(_ name: String) -> Bool {
        name.withBytes { $0.allSatisfy { $0 < 0x80 } } || !name.unicodeScalars.contains("\u{FFFD}")
    }

    private mutating func report(
        _ id: String, _ file: String, _ message: String, _ help: String, severity: Diagnostic.Severity = .error
    ) {
        report(id, at: tree.displayPath(file), message, help, severity: severity)
    }

    private mutating func report(
        _ id: String, at path: String, _ message: String, _ help: String, severity: Diagnostic.Severity = .error
    ) {
        diagnostics.append(Diagnostic(id, severity, message, at: SourceLocation(file: path), help: help))
    }
}

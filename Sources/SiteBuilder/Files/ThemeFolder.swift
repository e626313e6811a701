import Diagnostics
import SiteModel
import Theming

/// A site's theme: the files in `themes/NAME`, where there are any, laid over the embedded theme.
struct ThemeFolder {
    let root: String
    let written: Located<String>
    /// Templates that content types name.
    let templatesOfTypes: Set<String>

    private var name: String { written.value }

    func load(_ diagnostics: inout [Diagnostic]) throws -> Theme {
        var files: [String: [UInt8]] = [:]
        for path in EmbeddedTheme.paths { files[path] = EmbeddedTheme.bytes(path) }
        let declared = ContextDeclaration.parse(
            EmbeddedTheme.bytes("templates/contexts.txt") ?? [], file: "templates/contexts.txt",
            diagnostics: &diagnostics)
        let folder = root + "/themes/" + name
        if let link = linkOut() {
            diagnostics.append(
                Diagnostic(
                    "symlink-outside", .error, "the symbolic link leads out of the source folder",
                    at: SourceLocation(file: link), help: "copy what it leads to into the source folder"))
        } else if FileSystem.isFolder(folder) {
            try overlay(folder, below: "", onto: &files, &diagnostics)
            diagnostics += unread(files)
        } else if name != "panduan" {
            diagnostics.append(
                Diagnostic(
                    "unknown-theme", .error, "there is no folder themes/\(name)", at: written.location,
                    help: "make it, or take 'theme' out of site.yml"))
        }
        var found: [Diagnostic] = []
        let theme = Theme.load(files: files, declared: declared, diagnostics: &found)
        for var diagnostic in found {
            diagnostic.location.file = "themes/\(name)/\(diagnostic.location.file)"
            diagnostics.append(diagnostic)
        }
        return theme
    }

    /// Files that are read under another name: nothing else can be meant by them.
    private func unread(_ files: [String: [UInt8]]) -> [Diagnostic] {
        let known = EmbeddedTheme.paths
        let folders = ["templates/", "strings/", "icons/", "assets/"]
        return files.keys.filter { path in
            if known.contains(path) { return false }
            guard path.hasPrefix("templates/") else { return !folders.contains(where: path.hasPrefix) }
            guard path.hasSuffix(".mustache") else { return true }
            let template = String(path.dropFirst(10).dropLast(9))
            let isIncluded = files.contains { file, bytes in
                file != path && file.hasSuffix(".mustache")
                    && String(decoding: bytes, as: UTF8.self).replacing(" ", with: "").contains(">\(template)}}")
            }
            return !isIncluded && !templatesOfTypes.contains(template)
        }.compactMap { path in
            let meant = closestMatch(to: path, in: known)
            guard meant != nil || path.hasSuffix(".mustache") else { return nil }
            return Diagnostic(
                "unread-file", .warning, "nothing reads this file",
                at: SourceLocation(file: "themes/\(name)/\(path)"),
                help: meant.map { "did you mean '\($0)'?" } ?? "include it in a template, or remove it")
        }
    }

    /// The part of the way to the theme that is a link out of the source folder.
    private func linkOut() -> String? {
        guard let realRoot = FileSystem.realPath(root) else { return nil }
        return ["themes", "themes/" + name].first { path in
            guard let real = FileSystem.realPath(root + "/" + path) else { return false }
            return !real.hasPrefix(realRoot + "/")
        }
    }

    private func overlay(
        _ folder: String, below path: String, onto files: inout [String: [UInt8]], _ diagnostics: inout [Diagnostic]
    ) throws {
        for entry in try FileSystem.list(folder) where !entry.hasPrefix(".") {
            let relative = path.isEmpty ? entry : path + "/" + entry
            switch FileSystem.kind(folder + "/" + entry) {
            case .folder: try overlay(folder + "/" + entry, below: relative, onto: &files, &diagnostics)
            case .file:
                let bytes = try FileSystem.read(folder + "/" + entry)
                let isText = [".mustache", ".yml", ".css", ".js", ".svg"].contains(where: relative.hasSuffix)
                if isText, let fault = Diagnostic.notUTF8(bytes, file: "themes/\(name)/\(relative)") {
                    diagnostics.append(fault)
                }
                files[relative] = bytes
            default:
                diagnostics.append(
                    Diagnostic(
                        "not-a-file", .error, "this is neither a file nor a folder",
                        at: SourceLocation(file: "themes/\(name)/\(relative)"),
                        help: "copy the file itself into the theme"))
            }
        }
    }
}

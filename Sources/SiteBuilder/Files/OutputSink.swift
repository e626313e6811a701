import CFileSwap
import Glibc

/// Where a build's files go. Paths are relative to the site's root; any thread may put files.
protocol OutputSink: Sendable {
    func put(_ bytes: [UInt8], at path: String) throws
}

/// A site folder that is replaced whole: files are written to a new folder beside it, which then takes its place.
struct SiteFolder: OutputSink {
    /// Names the folder as ours: only such a folder is ever replaced.
    static let marker = ".panduan-site"

    let target: String
    private let staging: String

    /// - Throws: when the target is not ours to replace, or no folder can be made beside it.
    init(target: String) throws {
        let path = target.count > 1 && target.hasSuffix("/") ? String(target.dropLast()) : target
        self.target = path
        try Self.refuseForeign(path)
        try Self.removeLeftovers(beside: path)
        staging = "\(path).panduan-\(getpid())"
        try FileSystem.remove(staging)
        try FileSystem.makeFolder(staging)
        try FileSystem.write([], to: staging + "/" + Self.marker)
    }

    func put(_ bytes: [UInt8], at path: String) throws {
        try FileSystem.write(bytes, to: staging + "/" + path)
    }

    /// Makes the folders that files will be put in.
    func prepare(folders: some Sequence<String>) throws {
        for folder in folders where !folder.isEmpty { try FileSystem.makeFolder(staging + "/" + folder) }
    }

    /// Puts the new site in the place of the old one. A kill at any moment leaves one of the two, whole.
    func commit() throws {
        for name in Self.keptNames where FileSystem.kind(target + "/" + name) == .file {
            try FileSystem.write(FileSystem.read(target + "/" + name), to: staging + "/" + name)
        }
        if FileSystem.kind(target) == nil {
            guard rename(staging, target) == 0 else { throw FileSystem.failure("cannot write", target) }
            return
        }
        try exchange()
        try FileSystem.remove(staging)
    }

    func discard() {
        try? FileSystem.remove(staging)
    }

    /// Version control's own files stay where they are: `site/` is kept by its `.gitignore`.
    private static let keptNames = [".gitignore", ".gitkeep"]

    private func exchange() throws {
        if file_swap(staging, target) == 0 { return }
        // A file system without the exchange: two renames, the old site parked beside the new one for a moment.
        let parked = target + ".panduan-old"
        try FileSystem.remove(parked)
        guard rename(target, parked) == 0 else { throw FileSystem.failure("cannot replace", target) }
        guard rename(staging, target) == 0 else {
            _ = rename(parked, target)
            throw FileSystem.failure("cannot replace", target)
        }
        try FileSystem.remove(parked)
    }

    private static func refuseForeign(_ path: String) throws {
        guard let kind = FileSystem.kind(path) else { return }
        guard kind == .folder else {
            throw BuildFailure("\(path) is not a folder: choose another --output")
        }
        let names = try FileSystem.list(path).filter { !keptNames.contains($0) }
        if !names.isEmpty, !names.contains(marker) {
            throw BuildFailure(
                "\(path) holds files that Panduan did not make (\(names[0])): choose an empty or new --output folder")
        }
    }

    /// Staging folders of builds that were killed; a folder whose process still runs is left alone.
    private static func removeLeftovers(beside path: String) throws {
        let slash = path.lastIndex(of: "/")
        let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let prefix = (slash.map { String(path[path.index(after: $0)...]) } ?? path) + ".panduan-"
        guard FileSystem.isFolder(parent) else { return }
        for name in try FileSystem.list(parent) where name.hasPrefix(prefix) {
            let leftover = parent + "/" + name
            guard FileSystem.kind(leftover + "/" + marker) == .file else { continue }
            if name == prefix + "old" {
                // The only moment without a site: mend it by putting the old one back.
                if FileSystem.kind(path) == nil { _ = rename(leftover, path) } else { try FileSystem.remove(leftover) }
            } else if let process = Int32(name.dropFirst(prefix.count)), kill(process, 0) != 0, errno == ESRCH {
                try FileSystem.remove(leftover)
            }
        }
    }
}

import CFileSystem
import Glibc

/// Where a build's files go. Paths are relative to the site's root; any thread may put files.
protocol OutputSink: Sendable {
    func put(_ bytes: [UInt8], at path: String) throws
    /// Puts a file of any size as it is.
    func put(fileAt source: String, at path: String) throws
}

extension OutputSink {
    func put(fileAt source: String, at path: String) throws { try put(FileSystem.read(source), at: path) }
}

/// A site folder that is replaced whole: files are written to a new folder beside it, which then takes its place.
struct SiteFolder: OutputSink {
    /// Names the folder as ours: only such a folder is ever replaced.
    static let marker = ".panduan-site"

    let target: String
    /// Stands beside the target and holds the new site until it is whole.
    private let holder: String
    private let staging: String

    /// - Throws: when the target is not ours to replace, or no folder can be made beside it.
    init(target: String) throws {
        let path = try Self.absolute(target)
        self.target = path
        try Self.refuseForeign(path, written: target)
        try Self.removeLeftovers(beside: path)
        holder = "\(path).panduan-\(getpid())"
        staging = "\(holder)/\(getpid())"
        try Self.remove(site: holder)
        try FileSystem.makeFolder(holder)
        try FileSystem.write([], to: holder + "/" + Self.marker)
        // A hint, and no more: where a site was just deleted, ext4 makes files more slowly than elsewhere on the disk.
        _ = spread_folders(holder)
        try FileSystem.makeFolder(staging)
        try FileSystem.write([], to: staging + "/" + Self.marker)
    }

    func put(_ bytes: [UInt8], at path: String) throws {
        try FileSystem.write(bytes, to: staging + "/" + path)
    }

    func put(fileAt source: String, at path: String) throws {
        try FileSystem.copy(source, to: staging + "/" + path)
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
        } else {
            try exchange()
        }
        try Self.remove(site: holder)
    }

    func discard() {
        try? Self.remove(site: holder)
    }

    /// Version control's own files stay where they are: `site/` is kept by its `.gitignore`.
    private static let keptNames = [".gitignore", ".gitkeep"]

    private func exchange() throws {
        if swap_folders(staging, target) == 0 { return }
        // A file system without the exchange: two renames, the old site parked beside the new one for a moment.
        let parked = target + ".panduan-old"
        try Self.remove(site: parked)
        guard rename(target, parked) == 0 else { throw FileSystem.failure("cannot replace", target) }
        guard rename(staging, target) == 0 else {
            _ = rename(parked, target)
            throw FileSystem.failure("cannot replace", target)
        }
        try Self.remove(site: parked)
    }

    /// The path with its folder's links resolved, so that `.` and `x/` have a place beside them too.
    private static func absolute(_ target: String) throws -> String {
        var path = target
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        let slash = path.lastIndex(of: "/")
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        if ["", ".", ".."].contains(name) {
            guard let real = FileSystem.realPath(path), real != "/" else {
                throw BuildFailure("\(target) cannot hold a site: choose another --output")
            }
            return real
        }
        let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        try FileSystem.makeFolder(parent)
        guard let real = FileSystem.realPath(parent) else { throw FileSystem.failure("cannot find", parent) }
        return (real == "/" ? "" : real) + "/" + name
    }

    private static func refuseForeign(_ path: String, written: String) throws {
        guard let kind = FileSystem.kind(path) else { return }
        guard kind == .folder else {
            throw BuildFailure("\(written) is not a folder: choose another --output")
        }
        let names = try FileSystem.list(path).filter { !keptNames.contains($0) }
        if !names.isEmpty, !names.contains(marker) {
            throw BuildFailure(
                "\(written) holds files that Panduan did not make (\(names[0])): choose an empty or new --output folder"
            )
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
            guard isOurs(leftover) else { continue }
            if name == prefix + "old" {
                // The only moment without a site: mend it by putting the old one back.
                if FileSystem.kind(path) == nil { _ = rename(leftover, path) } else { try remove(site: leftover) }
            } else if let process = Int32(name.dropFirst(prefix.count)), kill(process, 0) != 0, errno == ESRCH {
                try remove(site: leftover)
            }
        }
    }

    /// A build that was killed at its very beginning or end leaves an empty folder.
    private static func isOurs(_ leftover: String) -> Bool {
        guard FileSystem.kind(leftover) == .folder else { return false }
        return FileSystem.kind(leftover + "/" + marker) == .file || (try? FileSystem.list(leftover).isEmpty) == true
    }

    /// Removes the marker last: were the removal killed, the next build would still know whose the rest is.
    private static func remove(site: String) throws {
        guard FileSystem.kind(site) == .folder else { return }
        for name in try FileSystem.list(site) where name != marker { try FileSystem.remove(site + "/" + name) }
        try FileSystem.remove(site)
    }
}

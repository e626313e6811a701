import Glibc

/// What a source folder looked like at a moment: two snapshots differ when a file was added, changed or removed.
public struct SourceSnapshot: Equatable, Sendable {
    private var files: [String: Stamp] = [:]

    private struct Stamp: Equatable {
        var seconds: Int
        var nanoseconds: Int
        var size: Int
        var inode: UInt64
    }

    /// - Parameter excluded: folders that are not watched, such as the output.
    public init(of folder: String, excluding excluded: [String]) {
        let excluded = Set(excluded.compactMap(FileSystem.realPath))
        add(folder, excluded, depth: 0)
    }

    /// Files that differ, sorted.
    public func changes(since other: SourceSnapshot) -> [String] {
        Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
    }

    private mutating func add(_ folder: String, _ excluded: Set<String>, depth: Int) {
        guard depth < 64, let real = FileSystem.realPath(folder), !excluded.contains(real),
            let names = try? FileSystem.list(folder)
        else { return }
        for name in names where !name.hasPrefix(".") {
            let path = folder + "/" + name
            var status = stat()
            guard stat(path, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                add(path, excluded, depth: depth + 1)
            } else {
                files[path] = Stamp(
                    seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec, size: Int(status.st_size),
                    inode: UInt64(status.st_ino))
            }
        }
    }
}

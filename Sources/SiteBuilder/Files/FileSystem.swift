import Glibc
import SiteModel

/// What stops a run: the machine or the command line, never an author's mistake.
public struct BuildFailure: Error, CustomStringConvertible, Sendable {
    public var description: String

    public init(_ description: String) {
        self.description = description
    }
}

/// The few calls on files that the pipeline needs, straight on POSIX: thousands of small files are read and written.
enum FileSystem {
    enum Kind { case file, folder, link, other }

    static func kind(_ path: String) -> Kind? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    static func read(_ path: String) throws -> [UInt8] {
        guard let bytes = try read(path, atMost: .max) else { throw failure("cannot read", path) }
        return bytes
    }

    /// - Returns: nil when the file is larger than `limit` bytes; nothing is then read.
    static func read(_ path: String, atMost limit: Int) throws -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("cannot read", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("cannot read", path) }
        let size = Int(status.st_size)
        if size > limit { return nil }
        var problem = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Glibc.read(descriptor, buffer.baseAddress! + count, size - count)
                if got < 0, errno == EINTR { continue }
                if got <= 0 {
                    problem = got < 0
                    break
                }
                count += got
            }
        }
        if problem { throw failure("cannot read", path) }
        return bytes
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("cannot write", path) }
        defer { close(descriptor) }
        try bytes.withUnsafeBytes { try write($0, to: descriptor, path) }
    }

    /// Calls `body` with the file's bytes, a piece at a time.
    static func forEachPiece(of path: String, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("cannot read", path) }
        defer { close(descriptor) }
        try withUnsafeTemporaryAllocation(byteCount: 1 << 18, alignment: 16) { buffer in
            while true {
                let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                if got < 0, errno == EINTR { continue }
                guard got >= 0 else { throw failure("cannot read", path) }
                if got == 0 { return }
                try body(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
            }
        }
    }

    static func copy(_ source: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("cannot write", path) }
        defer { close(descriptor) }
        try forEachPiece(of: source) { try write($0, to: descriptor, path) }
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String) throws {
        var written = 0
        while written < bytes.count {
            let put = Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { throw failure("cannot write", path) }
            written += put
        }
    }

    static func makeFolder(_ path: String) throws {
        if mkdir(path, 0o755) == 0 { return }
        if errno == EEXIST {
            if isFolder(path) { return }
            errno = ENOTDIR
        }
        if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try makeFolder(String(path[..<slash]))
            if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
        }
        throw failure("cannot make the folder", path)
    }

    /// Whether the path is a folder, also through a symbolic link.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Names in the folder, sorted by their bytes.
    static func list(_ path: String) throws -> [String] {
        try entries(of: path).map(\.name)
    }

    /// Names in the folder and what they name, sorted by their bytes. The folder tells it without a look at each file.
    static func entries(of path: String) throws -> [(name: String, kind: Kind)] {
        guard let folder = opendir(path) else { throw failure("cannot list", path) }
        defer { closedir(folder) }
        var entries: [(name: String, kind: Kind)] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            switch Int(entry.pointee.d_type) {
            case DT_REG: entries.append((name, .file))
            case DT_DIR: entries.append((name, .folder))
            case DT_LNK: entries.append((name, .link))
            case DT_UNKNOWN: entries.append((name, kind(path + "/" + name) ?? .other))
            default: entries.append((name, .other))
            }
        }
        return entries.sorted { $0.name.precedesInBytes($1.name) }
    }

    /// Removes a file or a whole folder; symbolic links are removed, never followed.
    static func remove(_ path: String) throws {
        guard let kind = kind(path) else { return }
        if kind == .folder {
            try removeFolder(path)
        } else {
            guard unlink(path) == 0 else { throw failure("cannot remove", path) }
        }
    }

    private static func removeFolder(_ path: String) throws {
        for entry in try entries(of: path) {
            let path = path + "/" + entry.name
            if entry.kind == .folder {
                try removeFolder(path)
            } else {
                guard unlink(path) == 0 else { throw failure("cannot remove", path) }
            }
        }
        guard rmdir(path) == 0 else { throw failure("cannot remove", path) }
    }

    /// The path with all links resolved, or nil when there is nothing there.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    static func failure(_ what: String, _ path: String) -> BuildFailure {
        BuildFailure("\(what) \(path): \(String(cString: strerror(errno)))")
    }
}

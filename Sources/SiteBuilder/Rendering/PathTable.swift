import SiteModel

/// Paths of the output, one after the other: each is asked for by many pages, and a string of its own would have its
/// references counted by all cores.
struct PathTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends = [0]

    init(_ paths: some Sequence<String>) {
        for path in paths {
            bytes.append(contentsOf: path.utf8)
            ends.append(bytes.count)
        }
    }

    subscript(index: Int) -> String {
        String(decoding: bytes[ends[index]..<ends[index + 1]], as: UTF8.self)
    }

    /// The path as seen from the page `origin`.
    func way(from origin: String, to index: Int) -> String {
        origin.withBytes { origin in
            bytes.withUnsafeBufferPointer {
                RelativePath.from(origin, to: UnsafeBufferPointer(rebasing: $0[ends[index]..<ends[index + 1]]))
            }
        }
    }
}

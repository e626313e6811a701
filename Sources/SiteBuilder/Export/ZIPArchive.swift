import CDeflate
import SearchStore

/// A ZIP file, as APPNOTE 6.3 describes it: the same entries give the same bytes, for no date goes in.
struct ZIPArchive {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// - Parameter path: with `/` between folders; in UTF-8.
    mutating func add(_ content: [UInt8], at path: String) {
        let packed = deflated(content, level: 9)
        let isSmaller = packed.count < content.count
        let stored = isSmaller ? packed : content
        let offset = bytes.count
        let header = Self.header(
            method: isSmaller ? 8 : 0, checksum: Self.checksum(content), stored: stored.count, whole: content.count,
            name: path.utf8.count)
        bytes += Self.numbers([(0x0403_4B50, 4)]) + header + path.utf8 + stored
        directory += Self.numbers([(0x0201_4B50, 4), (20, 2)]) + header
        // No comment, first disk, no attributes; then where the file stands.
        directory += Self.numbers([(0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)]) + path.utf8
        count += 1
    }

    /// The whole file.
    var file: [UInt8] {
        bytes + directory
            + Self.numbers([
                (0x0605_4B50, 4), (0, 2), (0, 2), (count, 2), (count, 2), (directory.count, 4), (bytes.count, 4),
                (0, 2),
            ])
    }

    /// What the local header and the directory say alike: version 2.0, UTF-8 names, 1 January 1980.
    private static func header(method: Int, checksum: Int, stored: Int, whole: Int, name: Int) -> [UInt8] {
        numbers([
            (20, 2), (0x0800, 2), (method, 2), (0, 2), (0x0021, 2), (checksum, 4), (stored, 4), (whole, 4), (name, 2),
            (0, 2),
        ])
    }

    private static func checksum(_ bytes: [UInt8]) -> Int {
        Int(bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) })
    }

    /// Little-endian numbers of so many bytes each.
    private static func numbers(_ values: [(value: Int, width: Int)]) -> [UInt8] {
        values.flatMap { value, width in (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    }
}

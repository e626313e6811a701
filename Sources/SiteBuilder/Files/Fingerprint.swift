/// A content fingerprint for file names: ten hexadecimal digits of 64-bit FNV-1a, to tell versions of a file apart.
struct Fingerprint {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }

    var text: String {
        let digits = String(hash, radix: 16)
        return String((String(repeating: "0", count: 16 - digits.utf8.count) + digits).prefix(10))
    }

    static func of(_ bytes: some Sequence<UInt8>) -> String {
        var fingerprint = Fingerprint()
        fingerprint.add(bytes)
        return fingerprint.text
    }

    static func path(_ path: String, of bytes: [UInt8]) -> String { Self.path(path, mark: of(bytes)) }

    static func path(_ path: String, ofFileAt file: String) throws -> String {
        var fingerprint = Fingerprint()
        try FileSystem.forEachPiece(of: file) { fingerprint.add($0) }
        return Self.path(path, mark: fingerprint.text)
    }

    /// `img/a.png` with fingerprint `x` becomes `img/a.x.png`.
    private static func path(_ path: String, mark: String) -> String {
        let nameStart = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[nameStart...].lastIndex(of: "."), dot != nameStart else { return path + "." + mark }
        return path[..<dot] + "." + mark + path[dot...]
    }
}

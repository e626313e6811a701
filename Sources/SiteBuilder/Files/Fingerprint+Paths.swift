import SiteModel

/// Names of files that change with what they hold.
extension Fingerprint {
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

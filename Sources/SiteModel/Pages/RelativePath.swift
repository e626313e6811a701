/// Arithmetic on slash-separated paths that are relative to a common root.
public enum RelativePath {
    /// `target` as seen from the page `origin`: `en/a/b.html` from `a/c.html` is `../en/a/b.html`.
    public static func from(_ origin: String, to target: String) -> String {
        let slash = UInt8(ascii: "/")
        let (here, there) = (origin.utf8, target.utf8)
        var (a, b) = (here.startIndex, there.startIndex)
        var (rest, targetRest) = (a, b)
        while a < here.endIndex, b < there.endIndex, here[a] == there[b] {
            let isSlash = here[a] == slash
            here.formIndex(after: &a)
            there.formIndex(after: &b)
            if isSlash { (rest, targetRest) = (a, b) }
        }
        let ups = here[rest...].count { $0 == slash }
        if ups == 0, targetRest == there.startIndex { return target }
        return String(repeating: "../", count: ups) + target[targetRest...]
    }

    /// The way from a page to the site's root: "" or "../", "../../" and so on.
    public static func root(from path: String) -> String {
        String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// `reference` resolved against the folder, `.` and `..` taken out; nil when it leads out of the root.
    public static func resolve(_ reference: String, in folder: String) -> String? {
        let slash = UInt8(ascii: "/")
        var path = Array(folder.utf8)
        path.reserveCapacity(path.count + reference.utf8.count + 1)
        for part in reference.utf8.split(separator: slash) {
            if part.elementsEqual(".".utf8) { continue }
            if part.elementsEqual("..".utf8) {
                if path.isEmpty { return nil }
                path.removeLast(path.count - (path.lastIndex(of: slash) ?? 0))
            } else {
                if !path.isEmpty { path.append(slash) }
                path.append(contentsOf: part)
            }
        }
        return String(decoding: path, as: UTF8.self)
    }
}

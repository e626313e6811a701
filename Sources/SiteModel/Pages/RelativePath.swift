/// Arithmetic on slash-separated paths that are relative to a common root.
public enum RelativePath {
    /// `target` as seen from the page `origin`: `en/a/b.html` from `a/c.html` is `../en/a/b.html`.
    public static func from(_ origin: String, to target: String) -> String {
        let here = origin.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let there = target.split(separator: "/", omittingEmptySubsequences: false)
        var shared = 0
        while shared < here.count, shared < there.count - 1, here[shared] == there[shared] { shared += 1 }
        return String(repeating: "../", count: here.count - shared) + there[shared...].joined(separator: "/")
    }

    /// The way from a page to the site's root: "" or "../", "../../" and so on.
    public static func root(from path: String) -> String {
        String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// `reference` resolved against the folder, `.` and `..` taken out; nil when it leads out of the root.
    public static func resolve(_ reference: String, in folder: String) -> String? {
        var parts: [Substring] = folder.isEmpty ? [] : folder.split(separator: "/")
        for part in reference.split(separator: "/", omittingEmptySubsequences: true) {
            if part == "." { continue }
            if part == ".." {
                if parts.popLast() == nil { return nil }
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}

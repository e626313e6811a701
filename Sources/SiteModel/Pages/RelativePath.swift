/// Arithmetic on slash-separated paths that are relative to a common root.
public enum RelativePath {
    /// The folder that holds a file or page, "" at the root, without a slash at its end.
    public static func folder(of path: String) -> String {
        var path = path
        return path.withUTF8 { bytes in
            var end = bytes.count
            while end > 0, bytes[end - 1] != slash { end -= 1 }
            return end == 0 ? "" : String(decoding: UnsafeBufferPointer(rebasing: bytes[..<(end - 1)]), as: UTF8.self)
        }
    }

    /// `target` as seen from the page `origin`: `en/a/b.html` from `a/c.html` is `../en/a/b.html`.
    public static func from(_ origin: String, to target: String) -> String {
        origin.withBytes { origin in target.withBytes { from(origin, to: $0) } }
    }

    /// The same of paths that are no strings.
    public static func from(
        _ origin: UnsafeBufferPointer<UInt8>, to target: UnsafeBufferPointer<UInt8>
    ) -> String {
        let (ups, shared) = way(from: origin, to: target)
        return String(unsafeUninitializedCapacity: 3 * ups + target.count - shared) { way in
            var end = 0
            for _ in 0..<ups { end = way[end...].initialize(fromContentsOf: "../".utf8) }
            return way[end...].initialize(fromContentsOf: target[shared...])
        }
    }

    /// How many folders to go up, and how long a beginning of the target is then left out.
    private static func way(
        from here: UnsafeBufferPointer<UInt8>, to there: UnsafeBufferPointer<UInt8>
    ) -> (ups: Int, shared: Int) {
        var shared = 0
        let end = min(here.count, there.count)
        while shared < end, here[shared] == there[shared] { shared += 1 }
        while shared > 0, here[shared - 1] != slash { shared -= 1 }
        var ups = 0
        for place in shared..<here.count where here[place] == slash { ups += 1 }
        return (ups, shared)
    }

    private static let slash = UInt8(ascii: "/")
    private static let dot = UInt8(ascii: ".")

    /// The way from a page to the site's root: "" or "../", "../../" and so on.
    public static func root(from path: String) -> String {
        String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// `reference` resolved against the folder, `.` and `..` taken out; nil when it leads out of the root.
    public static func resolve(_ reference: String, in folder: String) -> String? {
        var isInside = true
        let path = reference.withBytes { reference in
            folder.withBytes { folder in
                String(unsafeUninitializedCapacity: folder.count + reference.count + 1) { path in
                    var count = path.initialize(fromContentsOf: folder)
                    var start = 0
                    while isInside, start < reference.count {
                        var end = start
                        while end < reference.count, reference[end] != slash { end += 1 }
                        isInside = append(UnsafeBufferPointer(rebasing: reference[start..<end]), to: path, &count)
                        start = end + 1
                    }
                    return count
                }
            }
        }
        return isInside ? path : nil
    }

    /// - Returns: false when the part leads out of the root.
    private static func append(
        _ part: UnsafeBufferPointer<UInt8>, to path: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
    ) -> Bool {
        if part.isEmpty || part.count == 1 && part[0] == dot { return true }
        if part.count == 2, part[0] == dot, part[1] == dot {
            if count == 0 { return false }
            count = path[..<count].lastIndex(of: slash) ?? 0
            return true
        }
        if count > 0 {
            path[count] = slash
            count += 1
        }
        count = path[count...].initialize(fromContentsOf: part)
        return true
    }
}

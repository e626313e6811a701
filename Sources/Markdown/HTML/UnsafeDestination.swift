/// Whether a browser would run a destination as code, or open data in its place, instead of going to an address.
///
/// Compared as a browser reads it: without leading control characters and spaces, without tabs and line ends anywhere,
/// in either case. Entities and percent signs need no care: the parser has decoded the former, a scheme cannot hold the
/// latter. `data:` is harmless for images of the types that cannot hold script.
public func isUnsafeDestination(_ destination: ArraySlice<UInt8>, isImage: Bool) -> Bool {
    var seen: [UInt8] = []
    for byte in destination {
        if byte <= 0x20 || byte == 0x7F { continue }
        seen.append(byte | (isUpper(byte) ? 0x20 : 0))
        // The longest prefix that is compared below.
        if seen.count == 16 { break }
        // No scheme: a slash, a question mark or a hash comes before any colon.
        if byte == UInt8(ascii: "/") && !seen.starts(with: "data:".utf8) { break }
    }
    if seen.starts(with: "javascript:".utf8) || seen.starts(with: "vbscript:".utf8) { return true }
    if seen.starts(with: "file:".utf8) { return true }
    guard seen.starts(with: "data:".utf8) else { return false }
    let harmless = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]
    return !harmless.contains { seen.starts(with: $0.utf8) }
}

private func isUpper(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
}

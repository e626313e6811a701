/// Whether a browser would run a destination as code, or show data in its place, instead of going to an address.
///
/// Compared as a browser reads it: without control characters and spaces, in either case. Entities need no care, the
/// parser has decoded them; nor do percent signs, which a scheme cannot hold. `data:` is harmless for images of the
/// types that cannot hold script.
public func isUnsafeDestination(_ destination: ArraySlice<UInt8>, isImage: Bool) -> Bool {
    if begins(destination, with: "javascript:") || begins(destination, with: "vbscript:") { return true }
    guard begins(destination, with: "data:") else { return false }
    return !(isImage && harmlessData.contains { begins(destination, with: $0) })
}

/// The reference renderers' rule, which also forbids `file:` and lets links lead to images.
func isUnsafeInReference(_ destination: ArraySlice<UInt8>) -> Bool {
    isUnsafeDestination(destination, isImage: true) || begins(destination, with: "file:")
}

private let harmlessData: [StaticString] = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]

private func begins(_ destination: ArraySlice<UInt8>, with prefix: StaticString) -> Bool {
    let prefix = UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
    var matched = 0
    for byte in destination where byte > 0x20 && byte != 0x7F {
        guard prefix[matched] == (byte.isASCIILetter ? byte | 0x20 : byte) else { return false }
        matched += 1
        if matched == prefix.count { return true }
    }
    return false
}

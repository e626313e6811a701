extension String {
    /// The text before the suffix, or nil when it does not end so. Compares bytes: paths are many and long.
    public func removingSuffix(_ suffix: String) -> String? {
        let (whole, end) = (utf8, suffix.utf8)
        guard whole.count >= end.count else { return nil }
        let cut = whole.index(whole.endIndex, offsetBy: -end.count)
        return whole[cut...].elementsEqual(end) ? String(self[..<cut]) : nil
    }
}

extension String {
    /// Calls `body` with the bytes where they lie. `withUTF8` wants a string of its own, and to have one counts references.
    @inlinable
    public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
    }

    /// Where the byte first stands; faster than a search of `utf8`, for paths and addresses are many.
    public func firstOffset(of byte: UInt8) -> Int? {
        withBytes { bytes in
            var offset = 0
            while offset < bytes.count, bytes[offset] != byte { offset += 1 }
            return offset < bytes.count ? offset : nil
        }
    }
}

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
    /// Where the byte first stands; faster than a search of `utf8`, for paths and addresses are many.
    public func firstOffset(of byte: UInt8) -> Int? {
        var text = self
        return text.withUTF8 { bytes in
            var offset = 0
            while offset < bytes.count, bytes[offset] != byte { offset += 1 }
            return offset < bytes.count ? offset : nil
        }
    }

    /// Whether the two are stored alike; `==` takes two spellings of an accent for one.
    public func hasSameBytes(as other: String) -> Bool {
        var (a, b) = (self, other)
        return a.withUTF8 { a in b.withUTF8 { b in a.count == b.count && !zip(a, b).contains { $0 != $1 } } }
    }
}

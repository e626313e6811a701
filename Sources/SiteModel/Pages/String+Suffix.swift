extension String {
    /// The text before the suffix, or nil when it does not end so. Compares bytes: paths are many and long.
    public func removingSuffix(_ suffix: String) -> String? {
        let (whole, end) = (utf8, suffix.utf8)
        guard whole.count >= end.count else { return nil }
        let cut = whole.index(whole.endIndex, offsetBy: -end.count)
        return whole[cut...].elementsEqual(end) ? String(self[..<cut]) : nil
    }
}

extension String {
    /// Whether it comes before the other by its bytes; faster than a comparison of `utf8`.
    public func precedesInBytes(_ other: String) -> Bool {
        var (a, b) = (self, other)
        return a.withUTF8 { a in
            b.withUTF8 { b in
                for place in 0..<min(a.count, b.count) where a[place] != b[place] { return a[place] < b[place] }
                return a.count < b.count
            }
        }
    }
}

extension String {
    /// Whether it comes before the other by its bytes; faster than a comparison of `utf8`.
    public func precedesInBytes(_ other: String) -> Bool {
        withBytes { a in
            other.withBytes { b in
                for place in 0..<min(a.count, b.count) where a[place] != b[place] { return a[place] < b[place] }
                return a.count < b.count
            }
        }
    }
}

extension Posting {
    /// Adds another posting's counts field by field, each up to what it holds.
    @inline(__always)
    mutating func add(_ other: Posting, _ fields: [Field]) {
        var sum = packed & ~(1 << Self.countBits - 1)
        for field in fields { sum |= UInt32(min(count(field) + other.count(field), Int(field.mask))) << field.shift }
        packed = sum
    }
}

/// Merges two lists that are sorted by document and hands over the result, of which nothing is kept.
func withMerged(
    _ first: UnsafeBufferPointer<Posting>, _ second: UnsafeBufferPointer<Posting>, _ fields: [Posting.Field],
    _ body: (UnsafeBufferPointer<Posting>) -> Void
) {
    if first.isEmpty { return body(second) }
    if second.isEmpty { return body(first) }
    withUnsafeTemporaryAllocation(of: Posting.self, capacity: first.count + second.count) { result in
        let count = merge(first, second, fields, into: result)
        body(UnsafeBufferPointer(rebasing: result[..<count]))
    }
}

private func merge(
    _ first: UnsafeBufferPointer<Posting>, _ second: UnsafeBufferPointer<Posting>, _ fields: [Posting.Field],
    into result: UnsafeMutableBufferPointer<Posting>
) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < first.count || j < second.count {
        if j == second.count || i < first.count && first[i].document < second[j].document {
            result[count] = first[i]
            i += 1
        } else if i == first.count || second[j].document < first[i].document {
            result[count] = second[j]
            j += 1
        } else {
            result[count] = first[i]
            result[count].add(second[j], fields)
            i += 1
            j += 1
        }
        count += 1
    }
    return count
}

extension Posting {
    /// Adds another posting's counts field by field, each up to what it holds.
    @inline(__always)
    mutating func add(_ other: Posting, _ fields: [Field]) {
        var sum = packed & ~0xFFFF
        for field in fields { sum |= UInt64(min(count(field) + other.count(field), Int(field.mask))) << field.shift }
        packed = sum
    }
}

/// Merges lists that are sorted by document into one; of each document's term nothing is said.
func merged(_ lists: [[Posting]], _ fields: [Posting.Field]) -> [Posting] {
    var round = lists
    while round.count > 1 {
        var merged: [[Posting]] = []
        var index = 0
        while index < round.count {
            merged.append(index + 1 < round.count ? merge(round[index], round[index + 1], fields) : round[index])
            index += 2
        }
        round = merged
    }
    return round.first ?? []
}

private func merge(_ a: [Posting], _ b: [Posting], _ fields: [Posting.Field]) -> [Posting] {
    [Posting](unsafeUninitializedCapacity: a.count + b.count) { result, count in
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in count = merge(a, b, fields, into: result) }
        }
    }
}

private func merge(
    _ a: UnsafeBufferPointer<Posting>, _ b: UnsafeBufferPointer<Posting>, _ fields: [Posting.Field],
    into result: UnsafeMutableBufferPointer<Posting>
) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count || j < b.count {
        if j == b.count || i < a.count && a[i].document < b[j].document {
            result[count] = a[i]
            i += 1
        } else if i == a.count || b[j].document < a[i].document {
            result[count] = b[j]
            j += 1
        } else {
            result[count] = a[i]
            result[count].add(b[j], fields)
            i += 1
            j += 1
        }
        count += 1
    }
    return count
}

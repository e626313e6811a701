/// A document's counts, gathered over the written forms of a family.
struct DocumentCounts: Sendable {
    var document: Int
    var low: UInt64

    /// Adds field by field, each up to what it holds.
    mutating func add(_ other: UInt64, _ fields: [Posting.Field]) {
        var sum: UInt64 = 0
        for field in fields {
            let total = (low >> field.shift & field.mask) + (other >> field.shift & field.mask)
            sum |= min(total, field.mask) << field.shift
        }
        low = sum
    }
}

/// Merges lists that are sorted by document into one.
func mergedCounts(_ lists: [[DocumentCounts]], _ fields: [Posting.Field]) -> [DocumentCounts] {
    guard lists.count > 1 else { return lists.first ?? [] }
    var round = lists
    while round.count > 1 {
        var merged: [[DocumentCounts]] = []
        var index = 0
        while index < round.count {
            merged.append(index + 1 < round.count ? merge(round[index], round[index + 1], fields) : round[index])
            index += 2
        }
        round = merged
    }
    return round[0]
}

private func merge(_ a: [DocumentCounts], _ b: [DocumentCounts], _ fields: [Posting.Field]) -> [DocumentCounts] {
    var result: [DocumentCounts] = []
    result.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
        if j == b.count || i < a.count && a[i].document < b[j].document {
            result.append(a[i])
            i += 1
        } else if i == a.count || b[j].document < a[i].document {
            result.append(b[j])
            j += 1
        } else {
            var both = a[i]
            both.add(b[j].low, fields)
            result.append(both)
            i += 1
            j += 1
        }
    }
    return result
}

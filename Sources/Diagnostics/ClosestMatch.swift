/// The candidate that `word` is most likely a misspelling of, or nil when none is near enough.
///
/// Near enough is at most a third of the word's letters, counted as insertions, deletions, substitutions and swaps of
/// neighbours. The first of equally near candidates wins, so the answer does not depend on chance.
public func closestMatch(to word: String, in candidates: some Sequence<String>) -> String? {
    // Nobody slips in a word as long as a paragraph, and its distances would take minutes.
    guard word.utf8.count <= 400 else { return nil }
    let typed = Array(word.lowercased().unicodeScalars)
    let furthest = max(1, typed.count / 3)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
        let known = Array(candidate.lowercased().unicodeScalars)
        guard abs(known.count - typed.count) <= furthest else { continue }  // no edits make up for the length
        let distance = editDistance(typed, known)
        if distance <= furthest, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
}

/// Optimal string alignment distance.
func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = beforeLast
    for i in 1...a.count {
        row[0] = i
        for j in 1...b.count {
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                row[j] = min(row[j], beforeLast[j - 2] + 1)
            }
        }
        (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
}

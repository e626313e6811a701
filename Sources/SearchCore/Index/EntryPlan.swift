/// Which lists the index has, in the order of their names, and where one file of them ends and the next begins.
enum EntryPlan {
    static func entries(_ merge: TermMerge, _ segments: [IndexSegment], _ analyzer: Analyzer) -> [TermEntry] {
        let sizes = documentCounts(merge, segments)
        var families = FamilyBuilder()
        for index in 0..<merge.words.count {
            families.add(index, keys: analyzer.keys(of: Array(merge.words[index])))
        }
        let kin = families.entries(merge.words)
        var entries: [TermEntry] = []
        entries.reserveCapacity(merge.words.count + kin.count)
        var next = 0
        for word in 0..<merge.words.count {
            let name = Array(merge.words[word])
            while next < kin.count, precedes(kin[next].name, name) {
                entries.append(sized(kin[next], sizes))
                next += 1
            }
            entries.append(sized(TermEntry(name: name, members: [Int32(word)]), sizes))
        }
        for entry in kin[next...] { entries.append(sized(entry, sizes)) }
        return entries
    }

    private static func sized(_ entry: TermEntry, _ sizes: [Int]) -> TermEntry {
        var entry = entry
        let documents = entry.members.reduce(0) { $0 + sizes[Int($1)] }
        entry.size = entry.isAlias ? 12 : documents * 2 + entry.members.count * 6 + 4
        return entry
    }

    /// Postings of each word, in sections and pages.
    static func documentCounts(_ merge: TermMerge, _ segments: [IndexSegment]) -> [Int] {
        var counts = [Int](repeating: 0, count: merge.words.count)
        for (index, segment) in segments.enumerated() {
            let (sections, pages) = (segment.sections.runs, segment.pageFields.runs)
            for word in counts.indices {
                guard let place = merge.place(of: word, in: index) else { continue }
                counts[word] += sections.count(place) + pages.count(place)
            }
        }
        return counts
    }

    /// For each run of sorted names, the shortest beginning of its first name that comes after the run before.
    static func boundaries(_ ranges: [Range<Int>], _ name: (Int) -> [UInt8]) -> [[UInt8]] {
        ranges.map { range in
            let first = name(range.lowerBound)
            guard range.lowerBound > 0 else { return [] }
            let last = name(range.lowerBound - 1)
            var shared = 0
            while shared < last.count, shared < first.count, last[shared] == first[shared] { shared += 1 }
            return Array(first.prefix(shared + 1))
        }
    }

    static func shards(_ entries: [TermEntry], size: Int) -> [Range<Int>] {
        cut(entries.count, size: size) { entries[$0].size }
    }

    /// Cuts `count` things into runs of about `size`; a thing that would overflow a run by far gets a run of its own.
    static func cut(_ count: Int, size: Int, _ sizeOf: (Int) -> Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var first = 0
        var total = 0
        for index in 0..<count {
            let next = sizeOf(index)
            if index > first, total + next > size {
                ranges.append(first..<index)
                first = index
                total = 0
            }
            total += next
        }
        if first < count { ranges.append(first..<count) }
        return ranges
    }
}

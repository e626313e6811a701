/// Which lists the index has, in the order of their names, and where one file of them ends and the next begins.
enum EntryPlan {
    static func entries(_ merge: TermMerge, _ segments: [IndexSegment], _ analyzer: Analyzer) -> [TermEntry] {
        let sizes = documentCounts(merge, segments)
        var families = FamilyBuilder()
        for index in 0..<merge.words.count {
            families.add(index, keys: analyzer.keys(of: Array(merge.words[index])))
        }
        var entries = (0..<merge.words.count).map {
            TermEntry(name: Array(merge.words[$0]), members: [Int32($0)])
        }
        entries += families.entries(merge.words)
        for index in entries.indices {
            if entries[index].isAlias {
                entries[index].size = 12
                continue
            }
            let documents = entries[index].members.reduce(0) { $0 + sizes[Int($1)] }
            entries[index].size = documents * 2 + entries[index].members.count * 6 + 4
        }
        entries.sort { precedes($0.name, $1.name) }
        return entries
    }

    /// Postings of each word, in sections and pages.
    static func documentCounts(_ merge: TermMerge, _ segments: [IndexSegment]) -> [Int] {
        (0..<merge.words.count).map { word in
            var count = 0
            for (index, segment) in segments.enumerated() where merge.locals[index][word] >= 0 {
                let term = Int(merge.locals[index][word])
                count += segment.sections.count(term) + segment.pageFields.count(term)
            }
            return count
        }
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

/// Finds terms: which file a name is in, and its entry when the file is there.
struct TermDirectory {
    let start: StartFile
    let files: FileStore

    /// The entry named `name`; nil when the index has none, or when its file is missing, which `wanted` notes.
    func entry(_ name: [UInt8], _ wanted: inout FileRequest) -> MatchList? {
        guard !name.isEmpty, let number = shard(of: name), let shard = files.terms(number, &wanted) else { return nil }
        var found: TermShardReader.FoundEntry?
        shard.forEach({ $0 == name }) { found = $0 }
        return found.map { MatchList(shard: shard, entry: $0, weight: 256, documents: max($0.sections.count, 1)) }
    }

    func family(_ key: [UInt8], _ wanted: inout FileRequest) -> MatchList? {
        entry(key + [TermEntry.marker], &wanted)
    }

    /// The word is among the commonest of the site.
    func isHeadWord(_ word: [UInt8]) -> Bool {
        let place = lowerBound(start.headWords.count) { precedes(start.headWords[$0].word, word) }
        return place < start.headWords.count && start.headWords[place].word == word
    }

    /// Files that may hold names that begin with `prefix`.
    func shards(withPrefix prefix: [UInt8]) -> ClosedRange<Int>? {
        guard let first = shard(of: prefix) else { return nil }
        var last = first
        while last + 1 < start.termShards.count, start.termShards[last + 1].starts(withBytes: prefix) { last += 1 }
        return first...last
    }

    private func shard(of name: [UInt8]) -> Int? {
        let after = lowerBound(start.termShards.count) { !precedes(name, start.termShards[$0]) }
        return start.termShards.isEmpty ? nil : max(0, after - 1)
    }
}

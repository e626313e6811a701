/// Finds terms: which file a name is in, and its entry when the file is there.
struct TermDirectory {
    let index: OpenIndex
    let files: FileStore

    /// The entry named `name`; nil when the index has none, or when its file is missing, which `wanted` notes.
    @inline(never)
    func entry(_ name: [UInt8], _ wanted: inout FileRequest) -> MatchList? {
        guard !name.isEmpty, let number = shard(of: name), let shard = files.terms(number, &wanted) else { return nil }
        var found: TermShardReader.FoundEntry?
        shard.forEach({ $0 == name }) { found = $0 }
        return found.map { MatchList(shard: shard, entry: $0, weight: 256, documents: max($0.sections.count, 1)) }
    }

    /// The family of a key; one of a single written form is that form's own list.
    @inline(never)
    func family(_ key: [UInt8], _ wanted: inout FileRequest) -> MatchList? {
        guard let found = entry(key + [TermEntry.marker], &wanted) else { return nil }
        guard found.entry.sections.count + found.entry.pages.count == 0, let form = found.entry.forms.first else {
            return found
        }
        return entry(form, &wanted)
    }

    /// The word is among the commonest of the site.
    func isHeadWord(_ word: [UInt8]) -> Bool {
        let place = lowerBound(index.start.headWords.count) { precedes(index.start.headWords[$0].word, word) }
        return place < index.start.headWords.count && index.start.headWords[place].word == word
    }

    /// Files that may hold names that begin with `prefix`.
    func shards(withPrefix prefix: [UInt8]) -> ClosedRange<Int>? {
        guard let first = shard(of: prefix) else { return nil }
        var last = first
        while last + 1 < index.start.termShards.count, index.start.termShards[last + 1].starts(withBytes: prefix) {
            last += 1
        }
        return first...last
    }

    private func shard(of name: [UInt8]) -> Int? {
        let after = lowerBound(index.start.termShards.count) { !precedes(name, index.start.termShards[$0]) }
        return index.start.termShards.isEmpty ? nil : max(0, after - 1)
    }
}

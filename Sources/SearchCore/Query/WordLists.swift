/// The site's lists of function words, shorthand and synonyms, taken apart for use in queries.
struct WordLists: Sendable {
    private(set) var functionWords = TermTable()
    private(set) var shorthand: [Shorthand] = []
    private(set) var groups: [SynonymGroup] = []
    /// The words of the groups.
    private(set) var words: [VocabularyWord] = []
    /// All keys of members.
    private var keys = TermTable()
    /// First keys of members, sorted, with where they stand.
    private var index: [(key: [UInt8], group: Int, member: Int)] = []

    /// A short form of one or two tokens and what it stands for.
    struct Shorthand: Sendable {
        var short: [[UInt8]]
        var meaning: [[UInt8]]
    }

    /// Words of like meaning.
    struct SynonymGroup: Sendable {
        var members: [Member]

        struct Member: Sendable {
            var words: [[UInt8]]
            var keys: [[UInt8]]
            var isLoose: Bool
        }
    }

    init(_ lexicon: Lexicon, _ analyzer: Analyzer) {
        for word in tokens(lexicon.functionWords[...]) { _ = functionWords.intern(word) }
        for line in lines(of: lexicon.shorthand) { addShorthand(line) }
        for line in lines(of: lexicon.synonyms) { addGroup(line, analyzer) }
        for (number, group) in groups.enumerated() {
            for (place, member) in group.members.enumerated() {
                words += member.words.map { VocabularyWord($0, magnitude: 0) }
                index.append((member.keys[0], number, place))
                for key in member.keys { _ = keys.intern(key) }
            }
        }
        heapSort(&index) {
            if $0.key != $1.key { return precedes($0.key, $1.key) }
            return $0.group != $1.group ? $0.group < $1.group : $0.member < $1.member
        }
    }

    /// A synonym group has the key.
    func isListed(_ key: [UInt8]) -> Bool { keys.find(key[...]) != nil }

    func isFunctionWord(_ word: [UInt8]) -> Bool { functionWords.find(word[...]) != nil }

    private mutating func addShorthand(_ line: ArraySlice<UInt8>) {
        let parts = line.split(separator: 0x7C, omittingEmptySubsequences: false)
        guard parts.count >= 2 else { return }
        let entry = Shorthand(short: tokens(parts[0]), meaning: tokens(parts[1]))
        if !entry.short.isEmpty, !entry.meaning.isEmpty, entry.short != entry.meaning { shorthand.append(entry) }
    }

    private mutating func addGroup(_ line: ArraySlice<UInt8>, _ analyzer: Analyzer) {
        var members: [SynonymGroup.Member] = []
        for part in line.split(whereSeparator: { $0 == 0x2C || $0 == 0x3D }) {
            let words = tokens(part)
            guard !words.isEmpty, words.count <= 4, !members.contains(where: { $0.words == words }) else { continue }
            let keys = words.map { analyzer.family(of: $0) }
            members.append(.init(words: words, keys: keys, isLoose: part.contains(0x7E)))
        }
        if members.count > 1 { groups.append(SynonymGroup(members: members)) }
    }

    /// Members that begin with a key: group and place in the group.
    func members(beginningWith key: [UInt8]) -> [(group: Int, member: Int)] {
        var place = lowerBound(index.count) { precedes(index[$0].key, key) }
        var found: [(group: Int, member: Int)] = []
        while place < index.count, index[place].key == key {
            found.append((index[place].group, index[place].member))
            place += 1
        }
        return found
    }
}

/// The tokens of a text.
@inline(never)
func tokens(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
    var found: [[UInt8]] = []
    forEachToken(text) { token, _, _ in found.append(token) }
    return found
}

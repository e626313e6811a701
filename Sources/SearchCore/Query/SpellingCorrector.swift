/// Finds words of the index, and of the synonym groups, for a word that both lack: typing errors, lost spaces, vowelless chat.
struct SpellingCorrector {
    let index: OpenIndex
    let files: FileStore

    /// Words of about so many documents, on a scale of doublings, are common.
    private static let common: UInt8 = 4

    /// A word of the index that may have been meant.
    struct Candidate {
        var word: [UInt8]
        /// In tenths of an edit.
        var distance: Int
        var magnitude: UInt8
    }

    /// The nearest words, the likeliest first; empty while files are `wanted`, or when none is near.
    func candidates(for word: [UInt8], _ wanted: inout FileRequest) -> [Candidate] {
        for byte in word where byte < 0x61 || byte > 0x7A { return [] }
        guard word.count >= 4, word.count < 40 else { return skeletons(for: word) }
        var found = nearest(to: word, of: neighbours(of: word, &wanted))
        guard wanted.isEmpty else { return [] }
        // Of short words, too many others are near.
        if found.isEmpty, word.count >= 6 { found = nearest(to: word, of: index.lists.words) }
        if found.isEmpty { return skeletons(for: word) }
        return Self.likeliest(found)
    }

    private func nearest(to word: [UInt8], of others: [VocabularyWord]) -> [Candidate] {
        let limit = word.count >= 8 ? 20 : word.count >= 5 ? 12 : 10
        var found: [Candidate] = []
        var distance = EditDistance()
        for near in others {
            guard let cost = distance.between(word, near.word, limit: limit) else { continue }
            let firstDiffers = near.word[0] != word[0]
            // Of few letters, another one mostly makes another word, as `awam` of `away`; neighbours swapped do not.
            let most = max(word.count, near.word.count)
            let isShort = word.count == 4 && near.word.count == 4 || firstDiffers && most < 6
            if isShort, cost > 7, !Self.swapsNeighbours(word, near.word) { continue }
            // Function words are slips, too, but what else is near says more.
            let penalty = (firstDiffers ? 3 : 0) + (index.lists.isFunctionWord(near.word) ? 4 : 0)
            found.append(Candidate(word: near.word, distance: cost + penalty, magnitude: near.magnitude))
        }
        return found
    }

    private static func swapsNeighbours(_ word: [UInt8], _ other: [UInt8]) -> Bool {
        for place in 1..<min(word.count, other.count) where word[place - 1] != other[place - 1] {
            return word[place - 1] == other[place] && word[place] == other[place - 1]
        }
        return false
    }

    /// A common word of the site that is one slip away from a rare one and begins like it.
    func likelier(than word: [UInt8]) -> [UInt8]? {
        var distance = EditDistance()
        var found: [Candidate] = []
        for head in index.start.headWords where head.magnitude >= Self.common && head.word[0] == word[0] {
            guard head.word != word, let cost = distance.between(word, head.word, limit: EditDistance.unit)
            else { continue }
            found.append(Candidate(word: head.word, distance: cost, magnitude: head.magnitude))
        }
        return Self.likeliest(found).first?.word
    }

    /// Words that share the first half or the last half: one edit leaves one of them whole.
    private func neighbours(of word: [UInt8], _ wanted: inout FileRequest) -> [VocabularyWord] {
        var found = index.start.headWords
        guard !index.start.reversed.isEmpty else {
            for number in index.start.vocabularies.indices { found += files.vocabulary(number, &wanted) ?? [] }
            return found
        }
        let half = word.count / 2
        let head = Array(word[..<half])
        let tail = [UInt8](word[(word.count - half)...].reversed())
        found = found.filter { $0.word.starts(withBytes: head) || $0.word.reversed().starts(withBytes: tail) }
        for number in Self.files(index.start.vocabularies, head) {
            for entry in files.vocabulary(number, &wanted) ?? [] where entry.word.starts(withBytes: head) {
                found.append(entry)
            }
        }
        for number in Self.files(index.start.reversed, tail) {
            for entry in files.reversed(number, &wanted) ?? [] where entry.word.starts(withBytes: tail) {
                found.append(VocabularyWord(entry.word.reversed(), magnitude: entry.magnitude))
            }
        }
        return found
    }

    /// At most three files that hold words with the prefix.
    private static func files(_ firsts: [[UInt8]], _ prefix: [UInt8]) -> [Int] {
        let after = lowerBound(firsts.count) { !precedes(prefix, firsts[$0]) }
        var numbers = [max(0, after - 1)]
        while numbers.count < 3, let last = numbers.last, last + 1 < firsts.count,
            firsts[last + 1].starts(withBytes: prefix)
        {
            numbers.append(last + 1)
        }
        return numbers
    }

    /// A word with few vowels, as chat writes it, by its consonants: `plnggn` is `pelanggan`, `dtg` is `datang`.
    private func skeletons(for word: [UInt8]) -> [Candidate] {
        let vowels = word.reduce(0) { Self.isVowel($1) ? $0 + 1 : $0 }
        let consonants = Self.skeleton(word)
        guard consonants.count >= 3, vowels * 4 <= word.count else { return [] }
        var found: [Candidate] = []
        for head in index.start.headWords where head.word[0] == word[0] && Self.skeleton(head.word) == consonants {
            found.append(Candidate(word: head.word, distance: 10, magnitude: head.magnitude))
        }
        return Self.likeliest(found)
    }

    /// The consonants, doubled ones once; chat writes `g` for `ng`.
    private static func skeleton(_ word: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for letter in word where !isVowel(letter) {
            if letter == 0x67, result.last == 0x6E { result.removeLast() }
            if result.last != letter { result.append(letter) }
        }
        return result
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        letter == 0x61 || letter == 0x65 || letter == 0x69 || letter == 0x6F || letter == 0x75
    }

    /// By distance and how common the word is; a doubling of documents outweighs a twentieth of an edit.
    @inline(never)
    private static func likeliest(_ candidates: [Candidate]) -> [Candidate] {
        func cost(_ candidate: Candidate) -> Int { candidate.distance * 8 - Int(candidate.magnitude) * 5 }
        let sorted = heapSorted(candidates) {
            cost($0) != cost($1) ? cost($0) < cost($1) : precedes($0.word, $1.word)
        }
        var kept: [Candidate] = []
        for candidate in sorted where kept.count < 3 {
            guard !kept.contains(where: { $0.word == candidate.word }) else { continue }
            if let first = kept.first, cost(candidate) > cost(first) + 40 { break }
            kept.append(candidate)
        }
        return kept
    }
}

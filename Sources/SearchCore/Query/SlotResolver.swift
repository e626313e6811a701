/// Finds the lists of the index that each word of a query stands for.
///
/// The order of steps matters: words as written and their families, completion of the last word, correction of what the
/// index lacks, and only then synonyms, so that a misspelt word has its synonyms too. A word of a synonym group is not
/// misspelt, nor the beginning of another: it is taken for one only when the index lacks its synonyms as well.
struct SlotResolver {
    let directory: TermDirectory
    private let index: OpenIndex
    private(set) var wanted = FileRequest()

    static let prefixLimit = 12

    init(_ directory: TermDirectory) {
        self.directory = directory
        index = directory.index
    }

    /// One slot a word; nil while files are `wanted`.
    mutating func slots(_ words: [ParsedQuery.Word], completesLast: Bool) -> [QuerySlot]? {
        var slots = words.map { exactSlot($0) }
        guard wanted.isEmpty else { return nil }
        weighFunctionWords(&slots)
        guess(&slots, areListed: false, completesLast)
        guard wanted.isEmpty else { return nil }
        for place in slots.indices where isDoubtful(slots[place]) { addLikelier(&slots[place]) }
        addSynonyms(&slots)
        guard wanted.isEmpty else { return nil }
        guess(&slots, areListed: true, completesLast)
        guard wanted.isEmpty else { return nil }
        for place in slots.indices { slots[place].makeUpForMissingForm() }
        return slots
    }

    /// Completes and corrects what is unknown, of the words that synonym groups have or of the others.
    private mutating func guess(_ slots: inout [QuerySlot], areListed: Bool, _ completesLast: Bool) {
        let places = slots.indices.filter { !slots[$0].isKnown && index.lists.isListed(slots[$0].key) == areListed }
        if completesLast, let last = slots.lastIndex(where: { !$0.word.isDerived }), places.contains(last) {
            complete(&slots[last])
        }
        guard wanted.isEmpty else { return }
        for place in places where needsCorrection(slots[place]) { correct(&slots, place) }
    }

    private func needsCorrection(_ slot: QuerySlot) -> Bool {
        !slot.isKnown && !slot.isFunctionWord && !slot.word.isDerived && !slot.word.isExcluded && slot.word.phrase == 0
    }

    /// A long word that hardly any text has may be a misspelling, if only one that a page lists on purpose.
    private func isDoubtful(_ slot: QuerySlot) -> Bool {
        guard slot.correction == nil, slot.word.term.count >= 5, !slot.word.isDerived, !slot.word.isExcluded,
            slot.word.phrase == 0, let own = slot.exact.first, own.entry.name == slot.word.term,
            own.entry.sections.count < 2
        else { return false }
        // By chance a misspelling has a root (`pelangan`, of `lang`): that clears only a word that a text has.
        let root = index.analyzer.malay.root(of: slot.word.term)
        if let root, root == slot.word.term || own.entry.sections.count > 0 { return false }
        return !hasDigit(slot.word.term[...]) && index.lists.members(beginningWith: slot.key).isEmpty
    }

    private mutating func exactSlot(_ word: ParsedQuery.Word) -> QuerySlot {
        var slot = QuerySlot(word: word)
        slot.key = index.analyzer.family(of: word.term)
        // A quoted word is only itself.
        slot.exact = exactLists(word.term, &slot.forms, withFamilies: word.phrase == 0)
        // A trainer writes questions in shorthand too.
        for form in word.shorthand { slot.forms.append((form, 256)) }
        return slot
    }

    /// The word's own list and those of its families, which share what is left of a full match.
    @inline(never)
    private mutating func exactLists(
        _ term: [UInt8], _ forms: inout [(form: [UInt8], weight: Int32)], withFamilies: Bool = true
    ) -> [MatchList] {
        var found: [MatchList] = []
        if let list = directory.entry(term, &wanted) {
            found.append(list)
            forms.append((term, 256))
        }
        for key in withFamilies ? index.analyzer.keys(of: term) : [] {
            guard var list = familyList(key) else { continue }
            list.weight = RankingWeights.family
            found.append(list)
            for form in list.forms { forms.append((form, 200)) }
        }
        return found
    }

    /// A family without an entry of its own is its key's written form.
    private mutating func familyList(_ key: [UInt8]) -> MatchList? {
        directory.family(key, &wanted) ?? directory.entry(key, &wanted)
    }

    /// Judges a slot's words by other numbers of documents than they have.
    private func raise(_ slot: inout QuerySlot, _ documents: (Int) -> Int) {
        for place in slot.exact.indices { slot.exact[place].documents = documents(slot.exact[place].documents) }
    }

    /// Function words fade as the query grows, and none is thrown away; none is rare, however few pages a site has.
    private func weighFunctionWords(_ slots: inout [QuerySlot]) {
        let count = slots.reduce(0) { $0 + ($1.word.isDerived ? 0 : 1) }
        for place in slots.indices where index.lists.isFunctionWord(slots[place].word.term) {
            slots[place].isFunctionWord = true
            raise(&slots[place]) { max($0, index.sectionPage.count / RankingWeights.functionWordShare) }
            let full = RankingWeights.fullFunctionWords
            if count > full { slots[place].weight = Int32(256 * full / count) }
        }
    }
}

// Completion of the last word.
extension SlotResolver {
    private mutating func complete(_ slot: inout QuerySlot) {
        guard !slot.word.isRewritten, !slot.word.isExcluded else { return }
        let prefix = slot.word.term
        guard let range = directory.shards(withPrefix: prefix) else { return }
        let forms = range.count <= 3 ? stored(prefix, range) : common(prefix)
        let found = forms.compactMap { directory.entry($0, &wanted) }
        let documents = found.reduce(0) { $0 + $1.documents }
        for var list in found {
            list.documents = documents
            slot.alternatives.append(.init(lists: [list], weight: RankingWeights.completion))
            slot.forms.append((list.entry.name, 180))
        }
    }

    private mutating func stored(_ prefix: [UInt8], _ range: ClosedRange<Int>) -> [[UInt8]] {
        var found: [(form: [UInt8], documents: Int)] = []
        for number in range {
            guard let shard = directory.files.terms(number, &wanted) else { continue }
            shard.forEach({ $0.starts(withBytes: prefix) && $0.last != TermEntry.marker }) {
                found.append(($0.name, $0.sections.count + $0.pages.count))
            }
        }
        return Self.commonest(found)
    }

    private func common(_ prefix: [UInt8]) -> [[UInt8]] {
        Self.commonest(
            index.start.headWords.filter { $0.word.starts(withBytes: prefix) }.map { ($0.word, Int($0.magnitude)) })
    }

    private static func commonest(_ words: [(form: [UInt8], documents: Int)]) -> [[UInt8]] {
        let sorted = heapSorted(words) {
            $0.documents != $1.documents ? $0.documents > $1.documents : precedes($0.form, $1.form)
        }
        return sorted.prefix(prefixLimit).map { $0.form }
    }
}

// Correction of words that the index lacks.
extension SlotResolver {
    private mutating func correct(_ slots: inout [QuerySlot], _ at: Int) {
        if join(&slots, at) || negated(&slots[at]) || loan(&slots[at]) { return }
        guard wanted.isEmpty else { return }
        let term = slots[at].word.term
        let corrector = SpellingCorrector(index: index, files: directory.files)
        let candidates = corrector.candidates(for: term, &wanted).filter { stands(for: $0.word) }
        // A letter too many is likelier than a lost space, that likelier than several slips.
        let isNear = candidates.first.map { $0.distance <= EditDistance.unit } ?? false
        guard wanted.isEmpty, isNear || !split(&slots[at]) else { return }
        // A root is a word, though this index lacks it; alone it might as well be a slip.
        let isRoot = index.analyzer.malay.root(of: term) == term
        guard !isRoot || !slots.contains(where: { $0.isKnown && !$0.isFunctionWord }) else { return }
        for (place, candidate) in candidates.enumerated() {
            use(candidate.word, in: &slots[at], weight: place == 0 ? 240 : 120, isFirst: place == 0)
        }
    }

    /// Whether the index has the word, or one of like meaning.
    private mutating func stands(for word: [UInt8]) -> Bool {
        var forms: [(form: [UInt8], weight: Int32)] = []
        if !exactLists(word, &forms).isEmpty { return true }
        for match in index.lists.members(beginningWith: index.analyzer.family(of: word)) {
            let members = index.lists.groups[match.group].members
            guard members[match.member].keys.count == 1 else { continue }
            for member in members where member.keys.allSatisfy({ familyList($0) != nil }) { return true }
        }
        return false
    }

    /// `re kod`: the word and its neighbour are one.
    private mutating func join(_ slots: inout [QuerySlot], _ at: Int) -> Bool {
        for (first, second) in [(at, at + 1), (at - 1, at)] where first >= 0 && second < slots.count {
            guard !slots[first].word.isDerived, !slots[second].word.isDerived else { continue }
            let whole = slots[first].word.term + slots[second].word.term
            guard whole.count <= TokenScanner.capacity, directory.entry(whole, &wanted) != nil else { continue }
            slots[at].correctionJoins = first == at ? 1 : -1
            use(whole, in: &slots[at], weight: 250, isFirst: true)
            return true
        }
        return false
    }

    /// `nombortelefon`: two common words without their space.
    private mutating func split(_ slot: inout QuerySlot) -> Bool {
        let term = slot.word.term
        guard term.count >= 7, term.count < 40 else { return false }
        for place in 3...term.count - 3 {
            let (first, second) = (Array(term[..<place]), Array(term[place...]))
            guard directory.isHeadWord(first), directory.isHeadWord(second) else { continue }
            var forms: [(form: [UInt8], weight: Int32)] = []
            let found = [first, second].compactMap { exactLists($0, &forms).last }
            guard found.count == 2 else { return false }
            slot.alternatives.append(.init(lists: found, weight: 250))
            slot.forms += forms
            slot.correction = first + [0x20] + second
            return true
        }
        return false
    }

    /// `xsampai`, as chat writes `tidak sampai`.
    private mutating func negated(_ slot: inout QuerySlot) -> Bool {
        let rest = Array(slot.word.term.dropFirst())
        guard slot.word.term[0] == 0x78, rest.count > 2, directory.entry(rest, &wanted) != nil else { return false }
        use(rest, in: &slot, weight: 256, isFirst: true)
        slot.correction = [UInt8](literal: "tidak ") + rest
        return true
    }

    /// An English word as Malay borrowed it: `communication` as `komunikasi`.
    private mutating func loan(_ slot: inout QuerySlot) -> Bool {
        for form in loanForms(slot.word.term) where directory.entry(form, &wanted) != nil {
            use(form, in: &slot, weight: 230, isFirst: true)
            slot.correction = nil
            return true
        }
        return false
    }

    /// Beside the word, what is a slip away from it and far commoner; a word of no text is corrected to it.
    private mutating func addLikelier(_ slot: inout QuerySlot) {
        let corrector = SpellingCorrector(index: index, files: directory.files)
        guard let likelier = corrector.likelier(than: slot.word.term) else { return }
        let isMisspelt = slot.exact[0].entry.sections.count == 0
        use(likelier, in: &slot, weight: RankingWeights.likelier, isFirst: isMisspelt)
        // A page that lists the misspelling is found as if it had the word.
        if isMisspelt { slot.exact[0].documents = slot.exact.reduce(1) { max($0, $1.documents) } }
    }

    @inline(never)
    private mutating func use(_ word: [UInt8], in slot: inout QuerySlot, weight: Int32, isFirst: Bool) {
        var forms: [(form: [UInt8], weight: Int32)] = []
        let found = exactLists(word, &forms)
        for form in forms { slot.forms.append((form.form, scaled(form.weight, by: weight))) }
        guard isFirst else {
            for list in found { slot.alternatives.append(.init(lists: [list], weight: weight)) }
            return
        }
        for var list in found {
            list.weight = scaled(list.weight, by: weight)
            slot.exact.append(list)
        }
        slot.correction = word
        slot.key = index.analyzer.family(of: word)
    }
}

// Synonyms.
extension SlotResolver {
    private static var alternativeLimit: Int { 8 }

    private mutating func addSynonyms(_ slots: inout [QuerySlot]) {
        var place = 0
        while place < slots.count {
            place += slots[place].word.isDerived ? 1 : max(1, addSynonyms(&slots, at: place))
        }
    }

    /// Adds what the longest members that begin here stand for; returns their length in words.
    private mutating func addSynonyms(_ slots: inout [QuerySlot], at place: Int) -> Int {
        let found = index.lists.members(beginningWith: slots[place].key).filter { matches($0, slots, place) }
        var longest = 0
        for match in found { longest = max(longest, index.lists.groups[match.group].members[match.member].keys.count) }
        for match in found where index.lists.groups[match.group].members[match.member].keys.count == longest {
            addGroup(match, &slots, place..<place + longest)
        }
        return longest
    }

    private func matches(_ match: (group: Int, member: Int), _ slots: [QuerySlot], _ place: Int) -> Bool {
        let keys = index.lists.groups[match.group].members[match.member].keys
        // A function word has synonyms only as part of a phrase: `in person`.
        guard place + keys.count <= slots.count, keys.count > 1 || !slots[place].isFunctionWord else { return false }
        for (offset, key) in keys.enumerated() {
            let slot = slots[place + offset]
            if slot.key != key || slot.word.isExcluded || slot.word.phrase != 0 { return false }
        }
        return true
    }

    private mutating func addGroup(
        _ match: (group: Int, member: Int), _ slots: inout [QuerySlot], _ range: Range<Int>
    ) {
        let group = index.lists.groups[match.group]
        for (number, member) in group.members.enumerated() where number != match.member {
            guard slots[range.lowerBound].alternatives.count < Self.alternativeLimit + Self.prefixLimit else { return }
            var found = member.keys.compactMap { familyList($0) }
            guard found.count == member.keys.count else { continue }
            let isLoose = member.isLoose || group.members[match.member].isLoose
            if !isLoose, range.count == 1, found.count == 1 {
                // A word is not as rare as it looks where what means the same is common, and that is no rarer than the word:
                // else pages of the other language, which are fewer, would stand before the reader's.
                let own = slots[range.lowerBound].exact.reduce(0) { max($0, $1.documents) }
                raise(&slots[range.lowerBound]) { max($0, ($0 + found[0].documents) / 2) }
                found[0].documents = max(found[0].documents, own)
            }
            let weight = isLoose ? RankingWeights.synonym / 2 : RankingWeights.synonym
            let mark = isLoose ? RankingWeights.synonymMark / 2 : RankingWeights.synonymMark
            for slot in range {
                slots[slot].alternatives.append(.init(lists: found, weight: weight))
                // The function words of a phrase stand everywhere: to mark them would show nothing.
                for (key, list) in zip(member.keys, found) where found.count == 1 || !index.lists.isFunctionWord(key) {
                    for form in list.forms { slots[slot].forms.append((form, mark)) }
                }
            }
        }
    }
}

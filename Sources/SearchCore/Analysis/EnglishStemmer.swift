/// Porter2, the English stemmer published with Snowball, over lower-case ASCII letters and apostrophes.
public struct EnglishStemmer {
    private var word: [UInt8]
    private var r1 = 0
    private var r2 = 0

    /// The stem; a word with other characters than a to z and the apostrophe is returned as it is.
    public static func stem(_ word: [UInt8]) -> [UInt8] {
        for letter in word where (letter < 0x61 || letter > 0x7A) && letter != 0x27 { return word }
        guard word.count > 2, mayChange(word) else { return word }
        if let special = exception(word) { return special }
        var stemmer = EnglishStemmer(word: word)
        stemmer.run()
        return stemmer.word.map { $0 == 0x59 ? 0x79 : $0 }
    }

    /// Whether some rule or exception takes a word with these last letters: most Malay words are ruled out here.
    private static func mayChange(_ word: [UInt8]) -> Bool {
        switch word[word.count - 1] {
        case _ where word[0] == 0x27: true
        case 0x6E: word[word.count - 2] == 0x6F
        case 0x27, 0x63, 0x64, 0x65, 0x67, 0x69, 0x6C, 0x6D, 0x72, 0x73, 0x74, 0x79: true
        default: false
        }
    }

    private init(word: [UInt8]) { self.word = word }

    private mutating func run() {
        if word[0] == 0x27 { word.removeFirst() }
        markConsonantY()
        findRegions()
        step0()
        step1a()
        step1b()
        step1c()
        step2()
        step3()
        step4()
        step5()
    }

    // A y at the beginning or after a vowel is a consonant, written Y meanwhile.
    private mutating func markConsonantY() {
        if word[0] == 0x79 { word[0] = 0x59 }
        for index in 1..<word.count where word[index] == 0x79 && isVowel(word[index - 1]) { word[index] = 0x59 }
    }

    private mutating func findRegions() {
        r1 = word.count
        for prefix: StaticString in ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"]
        where starts(prefix) {
            r1 = prefix.utf8CodeUnitCount
        }
        if r1 == word.count { r1 = region(from: 0) }
        r2 = region(from: r1)
    }

    /// Behind the first consonant that follows a vowel.
    private func region(from start: Int) -> Int {
        var index = start
        while index < word.count, !isVowel(word[index]) { index += 1 }
        while index < word.count, isVowel(word[index]) { index += 1 }
        return min(index + 1, word.count)
    }

    private mutating func step0() {
        if let size = endingSize(["'s'", "'s", "'"]) { drop(size) }
    }

    private mutating func step1a() {
        if ends("sses") {
            drop(2)
        } else if ends("ied") || ends("ies") {
            drop(word.count > 4 ? 2 : 1)
        } else if ends("us") || ends("ss") {
            return
        } else if ends("s"), word.count > 2, hasVowel(before: word.count - 2) {
            drop(1)
        }
    }

    private mutating func step1b() {
        if ends("eedly") || ends("eed") {
            step1bEed(ends("eedly") ? 5 : 3)
        } else if let size = endingSize(["ingly", "edly", "ing", "ed"]), hasVowel(before: word.count - size) {
            if size == 3, ends("ing"), isYing { return replace(4, "ie") }
            if size == 3, ends("ing"), isKeptIng { return }
            drop(size)
            mendAfterStep1b()
        }
    }

    private mutating func step1bEed(_ size: Int) {
        let stem = word[..<(word.count - size)]
        for kept: StaticString in ["proc", "exc", "succ"] where size == 3 || size == 5 {
            if stem.elementsEqual([UInt8](literal: kept)) { return }
        }
        if word.count - size >= r1 { drop(size - 2) }
    }

    // dying, lying, tying …: one consonant before ying.
    private var isYing: Bool {
        word.count == 5 && ends("ying") && !isVowel(word[0])
    }

    private var isKeptIng: Bool {
        for kept: StaticString in ["inning", "outing", "canning", "herring", "earring", "evening"]
        where word.elementsEqual([UInt8](literal: kept)) { return true }
        return false
    }

    private mutating func mendAfterStep1b() {
        if ends("at") || ends("bl") || ends("iz") {
            word.append(0x65)
        } else if endsInDouble {
            let isShortWithVowel = word.count == 3 && (word[0] == 0x61 || word[0] == 0x65 || word[0] == 0x6F)
            if !isShortWithVowel { drop(1) }
        } else if r1 >= word.count, endsInShortSyllable(word.count) {
            word.append(0x65)
        }
    }

    private var endsInDouble: Bool {
        guard word.count > 1, let last = word.last, word[word.count - 2] == last else { return false }
        switch last {
        case 0x62, 0x64, 0x66, 0x67, 0x6D, 0x6E, 0x70, 0x72, 0x74: return true
        default: return false
        }
    }

    private mutating func step1c() {
        let last = word.count - 1
        if last > 1, word[last] == 0x79 || word[last] == 0x59, !isVowel(word[last - 1]) { word[last] = 0x69 }
    }
}

extension EnglishStemmer {
    private mutating func step2() {
        for (ending, replacement) in Self.step2Endings where ends(ending) {
            if word.count - ending.utf8CodeUnitCount >= r1 { replace(ending.utf8CodeUnitCount, replacement) }
            return
        }
        if ends("ogi") {
            if word.count - 3 >= r1, word.count > 3, word[word.count - 4] == 0x6C { drop(1) }
        } else if ends("li"), word.count - 2 >= r1, isLiEnding(word[word.count - 3]) {
            drop(2)
        }
    }

    private static let step2Endings: [(StaticString, StaticString)] = [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
        ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"), ("entli", "ent"), ("ation", "ate"),
        ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"),
        ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("ogist", "og"),
        ("bli", "ble"),
    ]

    private func isLiEnding(_ letter: UInt8) -> Bool {
        switch letter {
        case 0x63, 0x64, 0x65, 0x67, 0x68, 0x6B, 0x6D, 0x6E, 0x72, 0x74: true
        default: false
        }
    }

    private mutating func step3() {
        for (ending, replacement) in Self.step3Endings where ends(ending) {
            if word.count - ending.utf8CodeUnitCount >= r1 { replace(ending.utf8CodeUnitCount, replacement) }
            return
        }
        if ends("ative"), word.count - 5 >= r2 { drop(5) }
    }

    private static let step3Endings: [(StaticString, StaticString)] = [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"),
        ("ness", ""), ("ful", ""),
    ]

    private mutating func step4() {
        let endings: [StaticString] = [
            "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize",
            "al", "er", "ic",
        ]
        if let size = endingSize(endings) {
            if word.count - size >= r2 { drop(size) }
        } else if ends("ion"), word.count - 3 >= r2, word.count > 3 {
            let before = word[word.count - 4]
            if before == 0x73 || before == 0x74 { drop(3) }
        }
    }

    private mutating func step5() {
        guard let last = word.last else { return }
        let stem = word.count - 1
        if last == 0x65 {
            if stem >= r2 || stem >= r1 && !endsInShortSyllable(stem) { drop(1) }
        } else if last == 0x6C, stem >= r2, word.count > 1, word[stem - 1] == 0x6C {
            drop(1)
        }
    }
}

extension EnglishStemmer {
    private func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: false
        }
    }

    private func hasVowel(before end: Int) -> Bool {
        for index in 0..<max(0, end) where isVowel(word[index]) { return true }
        return false
    }

    /// A vowel between consonants of which the last is not w, x or Y; or a vowel at the beginning before a consonant.
    private func endsInShortSyllable(_ end: Int) -> Bool {
        if end == 4, word[..<4].elementsEqual([0x70, 0x61, 0x73, 0x74]) { return true }
        guard end > 1, !isVowel(word[end - 1]), isVowel(word[end - 2]) else { return false }
        if end == 2 { return true }
        let last = word[end - 1]
        return !isVowel(word[end - 3]) && last != 0x77 && last != 0x78 && last != 0x59
    }

    private func starts(_ prefix: StaticString) -> Bool {
        guard word.count >= prefix.utf8CodeUnitCount else { return false }
        for index in 0..<prefix.utf8CodeUnitCount where word[index] != prefix.utf8Start[index] { return false }
        return true
    }

    private func ends(_ ending: StaticString) -> Bool {
        let size = ending.utf8CodeUnitCount
        guard word.count >= size else { return false }
        for index in 0..<size where word[word.count - size + index] != ending.utf8Start[index] { return false }
        return true
    }

    private func endingSize(_ endings: [StaticString]) -> Int? {
        for ending in endings where ends(ending) { return ending.utf8CodeUnitCount }
        return nil
    }

    private mutating func drop(_ count: Int) { word.removeLast(min(count, word.count)) }

    private mutating func replace(_ count: Int, _ ending: StaticString) {
        drop(count)
        word += [UInt8](literal: ending)
    }

    private static func exception(_ word: [UInt8]) -> [UInt8]? {
        let exceptions: [(StaticString, StaticString)] = [
            ("skis", "ski"), ("skies", "sky"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"),
            ("early", "earli"), ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"),
            ("howe", "howe"), ("atlas", "atlas"), ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
        ]
        for (form, stem) in exceptions
        where form.utf8CodeUnitCount == word.count && word.elementsEqual([UInt8](literal: form)) {
            return [UInt8](literal: stem)
        }
        return nil
    }
}

/// Tells whether a text has the query's quoted phrases word for word.
struct PhraseChecker {
    private var phrases: [[[UInt8]]] = []
    /// Of the phrases' slots, as in `ScoreBoard.masks`.
    private(set) var bits: UInt32 = 0

    init(_ slots: [QuerySlot]) {
        var last = 0
        for (number, slot) in slots.enumerated() where slot.word.phrase != 0 {
            if slot.word.phrase != last { phrases.append([]) }
            last = slot.word.phrase
            phrases[phrases.count - 1].append(slot.word.term)
            bits |= 1 << UInt32(number)
        }
    }

    var isIdle: Bool { phrases.isEmpty }

    @inline(never)
    func holds(in text: [UInt8]) -> Bool {
        let words = tokens(text[...])
        for phrase in phrases where !holds(phrase, words) { return false }
        return true
    }

    private func holds(_ phrase: [[UInt8]], _ words: [[UInt8]]) -> Bool {
        guard words.count >= phrase.count else { return false }
        for start in 0...words.count - phrase.count {
            var index = 0
            while index < phrase.count, words[start + index] == phrase[index] { index += 1 }
            if index == phrase.count { return true }
        }
        return false
    }
}

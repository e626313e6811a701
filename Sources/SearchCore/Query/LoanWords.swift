/// How Malay would write an English word that it may have borrowed; candidates only, for words that the index lacks.
func loanForms(_ word: [UInt8]) -> [[UInt8]] {
    let endings: [(StaticString, StaticString)] = [
        ("isation", "isasi"), ("ization", "isasi"), ("tion", "si"), ("sion", "si"), ("ity", "iti"), ("logy", "logi"),
        ("ic", "ik"), ("ics", "ik"), ("ive", "if"), ("ist", "is"), ("ical", "ikal"), ("egy", "egi"), ("ry", "ri"),
    ]
    var forms: [[UInt8]] = []
    for (english, malay) in endings {
        guard word.count > english.utf8CodeUnitCount + 2, word.hasEnding(english) else { continue }
        let stem = Array(word.dropLast(english.utf8CodeUnitCount))
        forms.append(respelt(stem + [UInt8](literal: malay)))
        if english.utf8CodeUnitCount == 4 { forms.append(respelt(stem + [0x61] + [UInt8](literal: malay))) }
    }
    return forms.filter { $0 != word }
}

extension [UInt8] {
    fileprivate func hasEnding(_ ending: StaticString) -> Bool {
        let size = ending.utf8CodeUnitCount
        guard count >= size else { return false }
        for index in 0..<size where self[count - size + index] != ending.utf8Start[index] { return false }
        return true
    }
}

/// c as k before a, o, u and consonants; ph as f; doubled consonants once.
private func respelt(_ word: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < word.count {
        let letter = word[index]
        let next = index + 1 < word.count ? word[index + 1] : 0
        if letter == 0x70, next == 0x68 {
            result.append(0x66)
            index += 1
        } else if letter == 0x63, next != 0x65, next != 0x69, next != 0x79, next != 0x68 {
            result.append(0x6B)
        } else if letter != result.last || letter == 0x61 || letter == 0x65 {
            result.append(letter == 0x71 ? 0x6B : letter)
        }
        index += 1
    }
    return result
}

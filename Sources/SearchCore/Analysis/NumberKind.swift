/// What a token can be in a number or a citation.
enum NumberKind: Sendable, Equatable {
    case other
    case digits(Int)
    /// A word for 0 to 19, a hundred or a thousand.
    case unit(Int)
    /// English twenty to ninety.
    case tens(Int)
    /// Malay `belas`.
    case teen
    /// `puluh`, `ratus`, `ribu` and their English sisters.
    case multiplier(Int)
    case yearWord
    /// `Bil.`, `Bilangan`, `No.` before a circular's number.
    case bil

    static func isYear(_ value: Int) -> Bool { value >= 1900 && value < 2100 }

    init(_ token: ArraySlice<UInt8>) {
        self = Self.digits(in: token) ?? Self.word(token) ?? .other
    }

    private static func digits(in token: ArraySlice<UInt8>) -> NumberKind? {
        guard token.count <= 6 else { return nil }
        var value = 0
        for byte in token {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return .digits(value)
    }

    private static func word(_ token: ArraySlice<UInt8>) -> NumberKind? {
        guard mayBeWord(token) else { return nil }
        if let value = place(of: token, in: units) { return .unit(value <= 11 ? value : value == 12 ? 100 : 1000) }
        if let value = place(of: token, in: englishUnits) { return .unit(value) }
        if let value = place(of: token, in: englishTens) { return .tens(value * 10 + 20) }
        if let value = place(of: token, in: others) {
            return [.teen, .multiplier(10), .multiplier(100), .multiplier(1000), .multiplier(100), .multiplier(1000)][
                safe: value] ?? (value < 8 ? .yearWord : .bil)
        }
        return nil
    }

    /// Rules nearly every word out by its length and first letters; all distinct words of a site come by here.
    private static func mayBeWord(_ token: ArraySlice<UInt8>) -> Bool {
        guard token.count >= 2, token.count <= 9 else { return false }
        let first = token.startIndex
        for place in stride(from: 0, to: beginnings.utf8CodeUnitCount, by: 3) {
            let letters = beginnings.utf8Start + place
            if letters[0] == token[first], letters[1] == token[first + 1] {
                if token.count == 2 || letters[2] == token[first + 2] { return true }
            }
        }
        return false
    }

    /// Of the words below, three letters each; `no` is filled up.
    private static let beginnings: StaticString =
        "satsebsepserseisevsemsixsifduatigtujtahtwetwothrthitenempenaeigelelimlapfoufivforfifbelbilpulratribhunthoninonenoyzeryea"
    private static let units: StaticString =
        "sifar satu dua tiga empat lima enam tujuh lapan sembilan sepuluh sebelas seratus seribu "
    private static let englishUnits: StaticString =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    private static let englishTens: StaticString = "twenty thirty forty fifty sixty seventy eighty ninety "
    private static let others: StaticString = "belas puluh ratus ribu hundred thousand tahun year bil bilangan no "
}

/// The place of `word` in a list of words that each end in a space.
func place(of word: ArraySlice<UInt8>, in list: StaticString) -> Int? {
    var place = 0
    var index = word.startIndex
    var matches = true
    for position in 0..<list.utf8CodeUnitCount {
        let byte = list.utf8Start[position]
        if byte == 0x20 {
            if matches, index == word.endIndex, !word.isEmpty { return place }
            place += 1
            index = word.startIndex
            matches = true
        } else if matches, index < word.endIndex, word[index] == byte {
            index += 1
        } else {
            matches = false
        }
    }
    return nil
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

/// Reads the texts of one piece that `TextPacker` packed.
struct TextUnpacker {
    /// The dictionary, the commonest word first.
    private let dictionary: [[UInt8]]
    private var locals: [[UInt8]] = []

    init(dictionary: [[UInt8]]) { self.dictionary = dictionary }

    /// The text; a code that names no word, as damage leaves it, gives nothing.
    mutating func unpack(_ packed: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(packed.count * 3)
        var position = 0
        var isAfterCode = false
        var isCapital = false
        while position < packed.count {
            let byte = packed[position]
            position += 1
            switch byte {
            case PackedText.escape:
                if position < packed.count { text.append(packed[position]) }
                position += 1
                isAfterCode = false
            case PackedText.capital:
                isCapital = true
            case PackedText.remember:
                let end = endOfLetters(packed, from: position)
                remember(packed[position..<end])
                if isAfterCode { text.append(0x20) }
                text += packed[position..<end]
                position = end
                isAfterCode = true
            case 0x80...:
                if isAfterCode { text.append(0x20) }
                append(byte, packed, &position, isCapital: isCapital, to: &text)
                isAfterCode = true
                isCapital = false
            default:
                text.append(byte)
                isAfterCode = false
            }
        }
        return text
    }

    private func endOfLetters(_ packed: [UInt8], from start: Int) -> Int {
        var end = start
        while end < packed.count, packed[end] < 0x80, packed[end] & 0xDF >= 0x41, packed[end] & 0xDF <= 0x5A {
            end += 1
        }
        return end
    }

    private mutating func remember(_ word: ArraySlice<UInt8>) {
        if locals.count < PackedText.localSize { locals.append(word.map { $0 | 0x20 }) }
    }

    private func append(
        _ first: UInt8, _ packed: [UInt8], _ position: inout Int, isCapital: Bool, to text: inout [UInt8]
    ) {
        var code = Int(first) - 0x80
        if first >= 0xE0 {
            guard position < packed.count else { return }
            code = (Int(first) - 0xE0) * 256 + Int(packed[position]) + PackedText.shortCodes
            position += 1
        }
        let word =
            code < PackedText.dictionarySize ? dictionary[safe: code] : locals[safe: code - PackedText.dictionarySize]
        guard let word, let letter = word.first else { return }
        text.append(isCapital ? letter & 0xDF : letter)
        text += word.dropFirst()
    }
}

/// How far a typed word is from a word of the index, in tenths of an edit: a swap of neighbours is one edit, slips that
/// people make often cost half.
struct EditDistance {
    static let unit = 10
    private static let leastGap = unit * 6 / 10
    /// Of the table's rows, one behind the other; each has `width` cells.
    private var cells = [Int](repeating: 0, count: width * width)
    /// By letter, the letters that are taken for it, as bits.
    private let alike: [UInt32]

    /// More than a token has letters.
    private static let width = 64

    init() {
        var alike = [UInt32](repeating: 0, count: 32)
        for place in stride(from: 0, to: Self.pairs.utf8CodeUnitCount, by: 2) {
            let (first, second) = (Self.pairs.utf8Start[place] & 31, Self.pairs.utf8Start[place + 1] & 31)
            alike[Int(first)] |= 1 << UInt32(second)
            alike[Int(second)] |= 1 << UInt32(first)
        }
        self.alike = alike
    }

    /// The distance of two words of letters, or nil when it is more than `limit`.
    @inline(never)
    mutating func between(_ typed: [UInt8], _ word: [UInt8], limit: Int) -> Int? {
        // A letter more or less costs `leastGap` at least: cells farther off the diagonal are not worked out.
        let band = limit / Self.leastGap
        guard abs(typed.count - word.count) <= band else { return nil }
        for i in 0...typed.count { cells[i * Self.width] = i * Self.unit }
        for j in 0...word.count { cells[j] = j * Self.unit }
        for i in 1...typed.count {
            var least = Int.max
            for j in 1...word.count {
                let cost = abs(i - j) > band ? limit * 2 : cell(typed, word, i, j)
                cells[i * Self.width + j] = cost
                least = min(least, cost)
            }
            if least > limit + Self.unit { return nil }
        }
        let distance = cells[typed.count * Self.width + word.count]
        return distance <= limit ? distance : nil
    }

    @inline(__always)
    private func cell(_ a: [UInt8], _ b: [UInt8], _ i: Int, _ j: Int) -> Int {
        let place = i * Self.width + j
        let deletion = cells[place - Self.width] + gap(a, i - 1)
        let insertion = cells[place - 1] + gap(b, j - 1)
        var best = min(deletion, insertion, cells[place - Self.width - 1] + substitution(a[i - 1], b[j - 1]))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
            best = min(best, cells[place - 2 * Self.width - 2] + Self.unit)
        }
        return best
    }

    /// A doubled letter that should be single, a final h or k, a missing vowel: half an edit.
    private func gap(_ word: [UInt8], _ place: Int) -> Int {
        let letter = word[place]
        if place > 0, word[place - 1] == letter { return Self.leastGap }
        if place == word.count - 1, letter == 0x68 || letter == 0x6B { return Self.unit * 7 / 10 }
        return isVowel(letter) ? Self.unit * 9 / 10 : Self.unit
    }

    private func substitution(_ a: UInt8, _ b: UInt8) -> Int {
        if a == b { return 0 }
        let areAlike = a >= 0x61 && b >= 0x61 && alike[Int(a & 31)] >> UInt32(b & 31) & 1 == 1
        return areAlike ? Self.unit * 7 / 10 : Self.unit
    }

    private func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case 0x61, 0x65, 0x69, 0x6F, 0x75: true
        default: false
        }
    }

    /// Letters that are taken for each other in writing Malay, or lie side by side on the keyboard.
    private static let pairs: StaticString = "aeieoufpvpzszjqkyiwuqwweertrtyyuuiiopoasassddfgfghhjjkklzxxccvvbbnnm"
}

/// How far a typed word is from a word of the index, in tenths of an edit: a swap of neighbours is one edit, slips that
/// people make often cost half.
struct EditDistance {
    static let unit = 10
    private var rows: [[Int]] = []

    /// The distance, or nil when it is more than `limit`.
    @inline(never)
    mutating func between(_ typed: [UInt8], _ word: [UInt8], limit: Int) -> Int? {
        guard abs(typed.count - word.count) * Self.unit / 2 <= limit else { return nil }
        prepare(typed.count, word.count)
        for i in 1...typed.count {
            var least = Int.max
            for j in 1...word.count {
                rows[i][j] = cell(typed, word, i, j)
                least = min(least, rows[i][j])
            }
            if least > limit + Self.unit { return nil }
        }
        let distance = rows[typed.count][word.count]
        return distance <= limit ? distance : nil
    }

    private mutating func prepare(_ first: Int, _ second: Int) {
        while rows.count <= first { rows.append([]) }
        for i in 0...first {
            while rows[i].count <= second { rows[i].append(0) }
            rows[i][0] = i * Self.unit
        }
        for j in 0...second { rows[0][j] = j * Self.unit }
    }

    private func cell(_ a: [UInt8], _ b: [UInt8], _ i: Int, _ j: Int) -> Int {
        let deletion = rows[i - 1][j] + gap(a, i - 1)
        let insertion = rows[i][j - 1] + gap(b, j - 1)
        var best = min(deletion, insertion, rows[i - 1][j - 1] + substitution(a[i - 1], b[j - 1]))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, rows[i - 2][j - 2] + Self.unit) }
        return best
    }

    /// A doubled letter that should be single, a final h or k, a missing vowel: half an edit.
    private func gap(_ word: [UInt8], _ place: Int) -> Int {
        let letter = word[place]
        if place > 0, word[place - 1] == letter { return Self.unit * 6 / 10 }
        if place == word.count - 1, letter == 0x68 || letter == 0x6B { return Self.unit * 7 / 10 }
        return isVowel(letter) ? Self.unit * 9 / 10 : Self.unit
    }

    private func substitution(_ a: UInt8, _ b: UInt8) -> Int {
        if a == b { return 0 }
        return Self.areAlike(a, b) ? Self.unit * 7 / 10 : Self.unit
    }

    private func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case 0x61, 0x65, 0x69, 0x6F, 0x75: true
        default: false
        }
    }

    /// Letters that are taken for each other in writing Malay, or lie side by side on the keyboard.
    private static func areAlike(_ a: UInt8, _ b: UInt8) -> Bool {
        let pairs: StaticString =
            "aeieoufpvpzszjqkyiwuqwweertrtyyuuiiopoasassddfgfghhjjkklzxxccvvbbnnm"
        var index = 0
        while index + 1 < pairs.utf8CodeUnitCount {
            let (first, second) = (pairs.utf8Start[index], pairs.utf8Start[index + 1])
            if first == a && second == b || first == b && second == a { return true }
            index += 2
        }
        return false
    }
}

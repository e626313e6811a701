/// The Malay roots with how large their families are, and the words that are kept apart from their roots.
struct RootTable: Sendable {
    private var roots = TermTable()
    /// 100 times the natural logarithm of one more than the family's size.
    private var weights: [Int32] = []
    /// Whether a root begins with three letters: most questions end here, without a hash.
    private var beginnings = [Bool](repeating: false, count: 32 * 32 * 32)
    private var kept = TermTable()
    private var keys: [[UInt8]] = []

    /// - Parameters:
    ///   - roots: a root a line, perhaps a tab and its family's size.
    ///   - families: a word a line, a tab and its family's key.
    init(roots rootText: [UInt8], families: [UInt8]) {
        for line in lines(of: rootText) { addRoot(line) }
        for line in lines(of: families) { addFamily(line) }
    }

    private mutating func addRoot(_ line: ArraySlice<UInt8>) {
        let root = Self.parse(line)
        add(root.word, weight: Int32(root.weight) * 10)
    }

    /// What a root's family is taken for when the line does not say.
    private static let unknownSize = 20

    /// The root and ten times the natural logarithm of one more than its family's size.
    private static func parse(_ line: ArraySlice<UInt8>) -> (word: [UInt8], weight: UInt8) {
        let tab = line.firstIndex(of: 0x09) ?? line.endIndex
        var size = tab == line.endIndex ? unknownSize : 0
        for byte in line[tab...] where byte >= 0x30 && byte <= 0x39 && size < 100_000 {
            size = size * 10 + Int(byte - 0x30)
        }
        return (Array(line[..<tab]), UInt8((logarithm(UInt64(size + 1)) &* 7) / 1024))
    }

    private mutating func addFamily(_ line: ArraySlice<UInt8>) {
        guard let tab = line.firstIndex(of: 0x09) else { return }
        let word = Array(line[..<tab])
        let key = Array(line[(tab + 1)...])
        if kept.intern(word) == keys.count { keys.append(key) }
        add(word, weight: 300)
    }

    private mutating func add(_ root: [UInt8], weight: Int32) {
        if root.count >= 3, roots.intern(root) == weights.count {
            weights.append(weight)
            root.withUnsafeBufferPointer { beginnings[Self.beginning($0)] = true }
        }
    }

    /// The root's weight, or nil for a word that is no root.
    func weight(_ word: ArraySlice<UInt8>) -> Int32? { word.withUnsafeBufferPointer { weight($0) } }

    func weight(_ word: UnsafeBufferPointer<UInt8>) -> Int32? {
        guard mayBegin(word), let base = word.baseAddress else { return nil }
        return roots.find(base, word.count).map { weights[$0] }
    }

    /// Whether some root begins as the word does.
    func mayBegin(_ word: UnsafeBufferPointer<UInt8>) -> Bool { word.count >= 3 && beginnings[Self.beginning(word)] }

    private static func beginning(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        Int(word[0] & 31) << 10 | Int(word[1] & 31) << 5 | Int(word[2] & 31)
    }

    /// The key of a word that is kept apart.
    func key(_ word: ArraySlice<UInt8>) -> [UInt8]? {
        kept.find(word).map { keys[$0] }
    }
}

// How the roots travel in the index: sorted, so that they are a third of their text.
extension RootTable {
    static func write(_ text: [UInt8], to writer: inout ByteWriter) {
        let roots = heapSorted(lines(of: text).map { parse($0) }) { precedes($0.word, $1.word) }
        writer.number(roots.count)
        var previous: [UInt8] = []
        for root in roots {
            writer.frontCoded(root.word, after: previous)
            previous = root.word
        }
        for root in roots { writer.byte(root.weight) }
    }

    /// The roots as text again: a line each, the family's size after a tab, rounded so that its weight is the same.
    static func read(_ reader: inout ByteReader) -> [UInt8] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for _ in 0..<reader.count(ofSize: 3) {
            reader.frontCoded(after: &word)
            words.append(word)
        }
        var text: [UInt8] = []
        for word in words { text += word + [0x09] + decimal(size(ofWeight: reader.byte())) + [0x0A] }
        return text
    }

    /// The least size that has the weight.
    private static func size(ofWeight weight: UInt8) -> Int {
        var low = 0
        var high = 100_000
        while low < high {
            let middle = (low + high) / 2
            if (logarithm(UInt64(middle + 1)) &* 7) / 1024 < Int64(weight) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The lines of a text that are neither empty nor comments.
func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split { $0 == 0x0A || $0 == 0x0D }.filter { $0.first != 0x23 }
}

extension TermTable {
    func find(_ word: ArraySlice<UInt8>) -> Int? {
        word.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return nil }
            return find(base, buffer.count)
        }
    }
}

/// The Malay roots with how large their families are, and the words that are kept apart from their roots.
struct RootTable: Sendable {
    private var roots = TermTable()
    /// 100 times the natural logarithm of one more than the family's size.
    private var weights: [Int32] = []
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
        let tab = line.firstIndex(of: 0x09) ?? line.endIndex
        var size = 0
        for byte in line[tab...] where byte >= 0x30 && byte <= 0x39 && size < 100_000 { size = size * 10 + Int(byte - 0x30) }
        add(Array(line[..<tab]), weight: Int32((logarithm(UInt64(size + 1)) &* 69) / 1024))
    }

    private mutating func addFamily(_ line: ArraySlice<UInt8>) {
        guard let tab = line.firstIndex(of: 0x09) else { return }
        let word = Array(line[..<tab])
        let key = Array(line[(tab + 1)...])
        if kept.intern(word) == keys.count { keys.append(key) }
        add(word, weight: 300)
    }

    private mutating func add(_ root: [UInt8], weight: Int32) {
        if !root.isEmpty, roots.intern(root) == weights.count { weights.append(weight) }
    }

    /// The root's weight, or nil for a word that is no root.
    func weight(_ word: ArraySlice<UInt8>) -> Int32? {
        roots.find(word).map { weights[$0] }
    }

    /// The key of a word that is kept apart.
    func key(_ word: ArraySlice<UInt8>) -> [UInt8]? {
        kept.find(word).map { keys[$0] }
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
            return find(base, buffer.count, hash: Self.hash(buffer))
        }
    }
}

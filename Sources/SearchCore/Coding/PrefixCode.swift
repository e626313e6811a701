/// A canonical prefix code as it is written; `HuffmanTable` reads it.
struct PrefixCode: Sendable {
    /// For each symbol, how many bits it takes; 0 when it has no code.
    let lengths: [UInt8]
    private let codes: [Code]

    struct Code: Sendable {
        var bits: UInt16
        var length: UInt16
    }

    init(lengths: [UInt8]) {
        self.lengths = lengths
        codes = Self.codes(lengths)
    }

    /// - Parameters:
    ///   - counts: how often each symbol comes; one of 0 gets no code.
    ///   - limit: the longest code, in bits.
    init(counts: [Int], limit: Int) { self.init(lengths: Self.lengths(counts, limit: limit)) }

    subscript(_ symbol: Int) -> Code { codes[symbol] }

    /// Huffman's lengths. Counts are halved until no code is longer than the limit.
    private static func lengths(_ counts: [Int], limit: Int) -> [UInt8] {
        var counts = counts
        while true {
            let lengths = lengths(counts)
            if lengths.allSatisfy({ $0 <= limit }) { return lengths.map { UInt8($0) } }
            counts = counts.map { ($0 + 1) / 2 }
        }
    }

    private static func lengths(_ counts: [Int]) -> [Int] {
        let leaves = counts.indices.filter { counts[$0] > 0 }.sorted {
            counts[$0] != counts[$1] ? counts[$0] < counts[$1] : $0 < $1
        }
        var lengths = [Int](repeating: 0, count: counts.count)
        guard leaves.count > 1 else {
            for leaf in leaves { lengths[leaf] = 1 }
            return lengths
        }
        // Leaves first, then the nodes above them in the order in which they are made, which is that of their counts.
        var weights = leaves.map { counts[$0] }
        var parents = [Int](repeating: 0, count: leaves.count * 2 - 1)
        var (leaf, node) = (0, leaves.count)
        func lightest() -> Int {
            if node == weights.count || leaf < leaves.count && weights[leaf] <= weights[node] {
                leaf += 1
                return leaf - 1
            }
            node += 1
            return node - 1
        }
        while weights.count < parents.count {
            let (first, second) = (lightest(), lightest())
            parents[first] = weights.count
            parents[second] = weights.count
            weights.append(weights[first] + weights[second])
        }
        var depths = [Int](repeating: 0, count: parents.count)
        for index in parents.indices.dropLast().reversed() { depths[index] = depths[parents[index]] + 1 }
        for (index, leaf) in leaves.enumerated() { lengths[leaf] = depths[index] }
        return lengths
    }

    private static func codes(_ lengths: [UInt8]) -> [Code] {
        var next = HuffmanTable.firstCodes(lengths)
        return lengths.map { length in
            guard length > 0 else { return Code(bits: 0, length: 0) }
            let code = HuffmanTable.reversed(next[Int(length)], count: length)
            next[Int(length)] += 1
            return Code(bits: UInt16(code), length: UInt16(length))
        }
    }
}

/// Decompresses raw deflate (RFC 1951) in memory; nil for damaged data or more than `limit` bytes.
struct Inflate {
    private var input: BitReader
    private var output: [UInt8] = []
    private let limit: Int

    static func decompress(_ input: [UInt8], limit: Int = 1 << 26) -> [UInt8]? {
        var state = Inflate(input: input, limit: limit)
        return state.run() ? state.output : nil
    }

    private init(input: [UInt8], limit: Int) {
        self.input = BitReader(input, atBit: 0)
        self.limit = limit
        output.reserveCapacity(input.count * 3)
    }

    private mutating func run() -> Bool {
        while true {
            let isLast = input.take(1) == 1
            let good =
                switch input.take(2) {
                case 0: storedBlock()
                case 1: codedBlock(HuffmanTable.fixedLiterals, HuffmanTable.fixedDistances)
                case 2: dynamicBlock()
                default: false
                }
            if !good || input.failed { return false }
            if isLast { return true }
        }
    }

    private mutating func storedBlock() -> Bool {
        input.align()
        let length = input.take(16)
        _ = input.take(16)
        for _ in 0..<length {
            guard output.count < limit, !input.failed else { return false }
            output.append(UInt8(truncatingIfNeeded: input.take(8)))
        }
        return true
    }

    private mutating func dynamicBlock() -> Bool {
        let literals = Int(input.take(5)) + 257
        let distances = Int(input.take(5)) + 1
        var codeLengths = [UInt8](repeating: 0, count: 19)
        for index in 0..<Int(input.take(4)) + 4 {
            codeLengths[Int(Self.codeOrder.utf8Start[index]) - 65] = UInt8(truncatingIfNeeded: input.take(3))
        }
        guard let codes = HuffmanTable(codeLengths[...]), let all = symbolLengths(codes, count: literals + distances),
            let literalTable = HuffmanTable(all[..<literals]), let distanceTable = HuffmanTable(all[literals...])
        else { return false }
        return codedBlock(literalTable, distanceTable)
    }

    private mutating func symbolLengths(_ codes: HuffmanTable, count: Int) -> [UInt8]? {
        var lengths: [UInt8] = []
        while lengths.count < count, !input.failed {
            let symbol = input.symbol(codes)
            if symbol < 16 {
                lengths.append(UInt8(truncatingIfNeeded: symbol))
                continue
            }
            let value = symbol == 16 ? lengths.last ?? 0 : 0
            let extra = input.take(symbol == 16 ? 2 : symbol == 17 ? 3 : 7)
            for _ in 0..<Int(extra) + (symbol == 18 ? 11 : 3) { lengths.append(value) }
        }
        return lengths.count == count ? lengths : nil
    }

    private mutating func codedBlock(_ literals: HuffmanTable, _ distances: HuffmanTable) -> Bool {
        while !input.failed {
            let symbol = input.symbol(literals)
            if symbol == 256 { return !input.failed }
            guard output.count < limit else { return false }
            if symbol < 256 {
                output.append(UInt8(truncatingIfNeeded: symbol))
            } else if !copy(symbol - 257, distances) {
                return false
            }
        }
        return false
    }

    private mutating func copy(_ lengthSymbol: Int, _ distances: HuffmanTable) -> Bool {
        let length = length(lengthSymbol)
        let symbol = input.symbol(distances)
        guard lengthSymbol < 29, symbol < 30 else { return false }
        let extra = symbol < 4 ? 0 : UInt32(symbol) / 2 - 1
        let base = symbol < 4 ? symbol : (2 + symbol & 1) << Int(extra)
        let distance = base + Int(input.take(extra)) + 1
        guard distance <= output.count else { return false }
        for _ in 0..<length { output.append(output[output.count - distance]) }
        return true
    }

    private mutating func length(_ symbol: Int) -> Int {
        if symbol < 8 { return symbol + 3 }
        if symbol >= 28 { return 258 }
        let extra = symbol / 4 - 1
        return (4 + symbol & 3) << extra + Int(input.take(UInt32(extra))) + 3
    }

    /// The order in which code lengths are stored, as letters from A = 0.
    private static let codeOrder: StaticString = "QRSAIHJGKFLEMDNCOBP"
}

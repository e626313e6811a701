/// Decompresses raw deflate (RFC 1951) in memory; nil for damaged data or more than `limit` bytes.
struct Inflate {
    private let input: [UInt8]
    private var position = 0
    private var bits: UInt32 = 0
    private var bitCount: UInt32 = 0
    private var output: [UInt8] = []
    private let limit: Int

    static func decompress(_ input: [UInt8], limit: Int = 1 << 26) -> [UInt8]? {
        var state = Inflate(input: input, limit: limit)
        return state.run() ? state.output : nil
    }

    private init(input: [UInt8], limit: Int) {
        self.input = input
        self.limit = limit
        output.reserveCapacity(input.count * 3)
    }

    private mutating func run() -> Bool {
        while true {
            guard let final = take(1), let kind = take(2) else { return false }
            let good =
                switch kind {
                case 0: storedBlock()
                case 1: codedBlock(HuffmanTable.fixedLiterals, HuffmanTable.fixedDistances)
                case 2: dynamicBlock()
                default: false
                }
            if !good { return false }
            if final == 1 { return true }
        }
    }

    private mutating func storedBlock() -> Bool {
        bits >>= bitCount & 7
        bitCount -= bitCount & 7
        guard let length = take(16), take(16) != nil else { return false }
        for _ in 0..<length {
            guard output.count < limit, let byte = take(8) else { return false }
            output.append(UInt8(truncatingIfNeeded: byte))
        }
        return true
    }

    private mutating func dynamicBlock() -> Bool {
        guard let literals = take(5), let distances = take(5), let lengths = take(4) else { return false }
        var codeLengths = [UInt8](repeating: 0, count: 19)
        for index in 0..<Int(lengths) + 4 {
            guard let length = take(3) else { return false }
            codeLengths[Int(Self.codeOrder.utf8Start[index]) - 65] = UInt8(length)
        }
        guard let codes = HuffmanTable(codeLengths[...]) else { return false }
        let count = Int(literals) + 257
        guard let all = symbolLengths(codes, count: count + Int(distances) + 1) else { return false }
        guard let literalTable = HuffmanTable(all[..<count]), let distanceTable = HuffmanTable(all[count...]) else {
            return false
        }
        return codedBlock(literalTable, distanceTable)
    }

    private mutating func symbolLengths(_ codes: HuffmanTable, count: Int) -> [UInt8]? {
        var lengths: [UInt8] = []
        while lengths.count < count {
            guard let symbol = decode(codes) else { return nil }
            if symbol < 16 {
                lengths.append(UInt8(symbol))
                continue
            }
            guard let extra = take(symbol == 16 ? 2 : symbol == 17 ? 3 : 7) else { return nil }
            guard symbol != 16 || !lengths.isEmpty else { return nil }
            let value = symbol == 16 ? lengths[lengths.count - 1] : 0
            for _ in 0..<Int(extra) + (symbol == 18 ? 11 : 3) { lengths.append(value) }
        }
        return lengths.count == count ? lengths : nil
    }

    private mutating func codedBlock(_ literals: HuffmanTable, _ distances: HuffmanTable) -> Bool {
        while true {
            guard let symbol = decode(literals) else { return false }
            if symbol == 256 { return true }
            guard output.count < limit else { return false }
            if symbol < 256 {
                output.append(UInt8(truncatingIfNeeded: symbol))
            } else if !copy(lengthSymbol: Int(symbol) - 257, distances) {
                return false
            }
        }
    }

    private mutating func copy(lengthSymbol: Int, _ distances: HuffmanTable) -> Bool {
        guard lengthSymbol < 29, let length = length(lengthSymbol), let symbol = decode(distances), symbol < 30 else {
            return false
        }
        let extra = symbol < 4 ? 0 : UInt32(symbol) / 2 - 1
        guard let low = take(extra) else { return false }
        let base = symbol < 4 ? UInt32(symbol) : (2 + UInt32(symbol) & 1) << extra
        let distance = Int(base + low) + 1
        guard distance <= output.count else { return false }
        for _ in 0..<length { output.append(output[output.count - distance]) }
        return true
    }

    private mutating func length(_ symbol: Int) -> Int? {
        if symbol < 8 { return symbol + 3 }
        if symbol == 28 { return 258 }
        let extra = UInt32(symbol) / 4 - 1
        guard let low = take(extra) else { return nil }
        return Int((4 + UInt32(symbol) & 3) << extra + low) + 3
    }

    private mutating func decode(_ table: HuffmanTable) -> UInt16? {
        while bitCount < 15, position < input.count { refill() }
        let entry = table.entries[Int(bits & table.mask)]
        let length = UInt32(entry & 15)
        guard length > 0, length <= bitCount else { return nil }
        bits >>= length
        bitCount -= length
        return entry >> 4
    }

    private mutating func take(_ count: UInt32) -> UInt32? {
        while bitCount < count {
            guard position < input.count else { return nil }
            refill()
        }
        let value = bits & (1 << count - 1)
        bits >>= count
        bitCount -= count
        return value
    }

    private mutating func refill() {
        bits |= UInt32(input[position]) << bitCount
        position += 1
        bitCount += 8
    }

    /// The order in which code lengths are stored, as letters from A = 0.
    private static let codeOrder: StaticString = "QRSAIHJGKFLEMDNCOBP"
}

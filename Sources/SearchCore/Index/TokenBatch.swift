/// Some tokens of a text one after the other, so that their terms can be looked up together.
final class TokenBatch {
    static let capacity = 32
    /// Bytes of one token's buffer.
    private static let stride = TokenScanner.capacity + 8

    struct Token {
        var key: TermTable.Key
        var start: Int
        var end: Int
        var separator: UInt8
        var isPlain: Bool
        /// The number of its term, once it is looked up.
        var term = -1
    }

    private(set) var count = 0
    private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: stride * capacity)
    private let storage = UnsafeMutablePointer<Token>.allocate(capacity: capacity)

    deinit {
        bytes.deallocate()
        storage.deallocate()
    }

    /// Where a scanner folds its first token.
    var firstBuffer: UnsafeMutablePointer<UInt8> { bytes }

    var tokens: UnsafeMutableBufferPointer<Token> { UnsafeMutableBufferPointer(start: storage, count: count) }

    /// The folded bytes of a token; eight bytes behind them can be read.
    @inline(__always)
    func bytes(of index: Int) -> UnsafePointer<UInt8> { UnsafePointer(bytes + index * Self.stride) }

    /// Reads on until the batch is full or the text ends; false when there was no token.
    @inline(__always)
    func fill(_ scanner: inout TokenScanner) -> Bool {
        var count = 0
        while count < Self.capacity {
            scanner.token = bytes + count * Self.stride
            let key: TermTable.Key
            if let short = scanner.nextShort() {
                key = TermTable.Key(head: short.head, next: short.next, scanner.length)
            } else {
                guard scanner.next() else { break }
                key = TermTable.Key(bytes(of: count), scanner.length, isRoomy: true)
            }
            storage[count] = Token(
                key: key, start: scanner.start, end: scanner.end, separator: scanner.separator, isPlain: scanner.isPlain
            )
            count += 1
        }
        self.count = count
        return count > 0
    }
}

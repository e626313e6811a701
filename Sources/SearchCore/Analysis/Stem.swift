/// A part of a word in memory that an analysis owns: taking affixes off moves its ends, so that nothing is allocated.
struct Stem {
    let letters: UnsafeMutablePointer<UInt8>
    private(set) var start: Int
    private(set) var end: Int

    init(_ letters: UnsafeMutablePointer<UInt8>, count: Int) {
        self.letters = letters
        start = 0
        end = count
    }

    var count: Int { end - start }

    subscript(index: Int) -> UInt8 { letters[start + index] }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: letters + start, count: end - start) }

    /// A range of the stem.
    @inline(never)
    func part(_ range: Range<Int>) -> Stem {
        var part = self
        part.start = start + range.lowerBound
        part.end = start + range.upperBound
        return part
    }

    func dropping(first count: Int) -> Stem { part(count..<self.count) }

    @inline(never)
    func hasPrefix(_ prefix: StaticString) -> Bool {
        let size = prefix.utf8CodeUnitCount
        guard count >= size else { return false }
        for index in 0..<size where self[index] != prefix.utf8Start[index] { return false }
        return true
    }

    /// Without the beginning, or nil when there is none or less than two letters would be left.
    @inline(never)
    func dropping(prefix: StaticString) -> Stem? {
        let size = prefix.utf8CodeUnitCount
        return count >= size + 2 && hasPrefix(prefix) ? dropping(first: size) : nil
    }

    /// Without the ending, or nil when there is none or less than three letters would be left.
    @inline(never)
    func dropping(suffix: StaticString) -> Stem? {
        let size = suffix.utf8CodeUnitCount
        guard count >= size + 3 else { return nil }
        for index in 0..<size where self[count - size + index] != suffix.utf8Start[index] { return nil }
        return part(0..<count - size)
    }

    /// Writes another letter in the place of the first and returns that.
    func replaceFirst(by letter: UInt8) -> UInt8 {
        let first = letters[start]
        letters[start] = letter
        return first
    }
}

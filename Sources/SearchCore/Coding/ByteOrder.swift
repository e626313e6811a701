/// Byte strings compared byte by byte, the shorter of two equal beginnings first.
@inline(never)
func precedes(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let count = min(a.count, b.count)
    var index = 0
    while index < count {
        if a[index] != b[index] { return a[index] < b[index] }
        index += 1
    }
    return a.count < b.count
}

/// The place of the first of `count` sorted things for which `isBefore` is false.
@inline(__always)
func lowerBound(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
        let middle = (low + high) / 2
        if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
}

extension [UInt8] {
    /// The bytes of a literal.
    init(literal: StaticString) {
        self.init(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    func starts(withBytes prefix: [UInt8]) -> Bool {
        guard count >= prefix.count else { return false }
        for index in 0..<prefix.count where self[index] != prefix[index] { return false }
        return true
    }
}

/// Appends numbers and byte strings in the index's encoding: little-endian base-128 numbers, strings with their length.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    mutating func number(_ value: Int) {
        var rest = UInt32(truncatingIfNeeded: value)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func raw(_ value: [UInt8]) { bytes.append(contentsOf: value) }

    mutating func raw(_ value: ArraySlice<UInt8>) { bytes.append(contentsOf: value) }

    mutating func string(_ value: [UInt8]) {
        number(value.count)
        raw(value)
    }

    /// A word of a sorted list: how much it shares with the one before, and the rest.
    mutating func frontCoded(_ word: [UInt8], after previous: [UInt8]) {
        var shared = 0
        while shared < word.count, shared < previous.count, word[shared] == previous[shared] { shared += 1 }
        number(shared)
        number(word.count - shared)
        raw(word[shared...])
    }
}

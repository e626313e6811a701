/// A content fingerprint: ten hexadecimal digits of 64-bit FNV-1a, to tell versions of a thing apart.
public struct Fingerprint: Sendable {
    @usableFromInline var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    public init() {}

    @inlinable
    public mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }

    public var text: String {
        let digits = String(hash, radix: 16)
        return String((String(repeating: "0", count: 16 - digits.utf8.count) + digits).prefix(10))
    }

    @inlinable
    public static func of(_ bytes: some Sequence<UInt8>) -> String {
        var fingerprint = Fingerprint()
        fingerprint.add(bytes)
        return fingerprint.text
    }
}

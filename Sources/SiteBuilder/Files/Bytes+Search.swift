import Glibc

extension [UInt8] {
    /// Whether the byte stands anywhere: as `contains`, many bytes at a time.
    func has(_ byte: UInt8) -> Bool {
        withUnsafeBytes { $0.baseAddress.map { memchr($0, Int32(byte), count) != nil } ?? false }
    }
}

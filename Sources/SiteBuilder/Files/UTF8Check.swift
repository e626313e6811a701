import Diagnostics

/// Finds the first byte that is not well-formed UTF-8.
enum UTF8Check {
    /// - Returns: its offset, or nil when all is well.
    static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = 0
        let count = bytes.count
        while at < count {
            if at + 16 <= count, isASCII(bytes, at) {
                at += 16
            } else if bytes[at] < 0x80 {
                at += 1
            } else if let length = sequenceLength(bytes, at) {
                at += length
            } else {
                return at
            }
        }
        return nil
    }

    /// Whether the next sixteen bytes are.
    private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        let words = UnsafeRawPointer(bytes.baseAddress! + at).loadUnaligned(as: SIMD2<UInt64>.self)
        return (words[0] | words[1]) & 0x8080_8080_8080_8080 == 0
    }

    /// Length of the multi-byte character at the offset, or nil when it is malformed, overlong or a surrogate.
    private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
        let (lead, length, range): (UInt8, Int, ClosedRange<UInt8>) =
            switch bytes[at] {
            case 0xC2...0xDF: (bytes[at], 2, 0x80...0xBF)
            case 0xE0: (bytes[at], 3, 0xA0...0xBF)
            case 0xED: (bytes[at], 3, 0x80...0x9F)
            case 0xE1...0xEF: (bytes[at], 3, 0x80...0xBF)
            case 0xF0: (bytes[at], 4, 0x90...0xBF)
            case 0xF4: (bytes[at], 4, 0x80...0x8F)
            case 0xF1...0xF3: (bytes[at], 4, 0x80...0xBF)
            default: (0, 0, 0...0)
            }
        guard lead != 0, at + length <= bytes.count, range.contains(bytes[at + 1]) else { return nil }
        for offset in 2..<max(length, 2) where !(0x80...0xBF).contains(bytes[at + offset]) { return nil }
        return length
    }
}

extension Diagnostic {
    /// What is said of a file that is not UTF-8, where it first is not; nil when all is well.
    static func notUTF8(_ bytes: [UInt8], file: String) -> Diagnostic? {
        bytes.withUnsafeBufferPointer(UTF8Check.firstFault).map { fault in
            Diagnostic(
                "not-utf8", .error, "this is not UTF-8 text",
                at: SourceLocation(file: file, ofByte: fault, in: bytes), help: "save the file as UTF-8")
        }
    }
}

extension SourceLocation {
    init(file: String, ofByte offset: Int, in bytes: [UInt8]) {
        let before = bytes[..<offset]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        self.init(
            file: file, line: 1 + before.count { $0 == UInt8(ascii: "\n") },
            column: 1 + bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 })
    }
}

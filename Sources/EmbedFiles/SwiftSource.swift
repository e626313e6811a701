import Foundation

/// The generated Swift: one base64 literal a file, decoded on demand, because the compiler is slow on array literals.
struct SwiftSource {
    var enumName: String
    var files: [EmbeddedFile]

    var text: String {
        """
        /// Files embedded by the build.
        enum \(enumName) {
            /// Paths below the embedded root, sorted.
            static let paths: [String] = [
        \(files.map { "        \(literal($0.path))," }.joined(separator: "\n"))
            ]

            /// The bytes of the file at `path`, or nil when there is none.
            static func bytes(_ path: String) -> [UInt8]? {
                switch path {
        \(files.map(fileCase).joined(separator: "\n"))
                default: nil
                }
            }

        \(Self.decoder)
        }

        """
    }

    private func fileCase(_ file: EmbeddedFile) -> String {
        "        case \(literal(file.path)): decode(\"\(file.bytes.base64EncodedString())\", count: \(file.bytes.count))"
    }

    private func literal(_ path: String) -> String {
        "\"" + path.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
    }

    private static let decoder = """
            private static func decode(_ base64: StaticString, count: Int) -> [UInt8] {
                var bytes: [UInt8] = []
                bytes.reserveCapacity(count + 2)
                var bits: UInt32 = 0
                for index in 0..<base64.utf8CodeUnitCount {
                    bits = bits << 6 | value(base64.utf8Start[index])
                    if index & 3 == 3 {
                        bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
                        bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
                        bytes.append(UInt8(truncatingIfNeeded: bits))
                    }
                }
                bytes.removeLast(bytes.count - count)
                return bytes
            }

            private static func value(_ digit: UInt8) -> UInt32 {
                switch digit {
                case 65...90: UInt32(digit) - 65
                case 97...122: UInt32(digit) - 71
                case 48...57: UInt32(digit) + 4
                case 43: 62
                case 47: 63
                default: 0
                }
            }
        """
}

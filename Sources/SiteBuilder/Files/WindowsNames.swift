import SiteModel

/// What Windows does not take as the name of a file or folder: copies of a site go onto its shares and sticks.
enum WindowsNames {
    /// What is wrong with the name, as the end of a sentence; nil when it is good.
    static func fault(in name: String) -> String? {
        name.withBytes { bytes in
            if let sign = bytes.first(where: isRefused) { return "holds a '\(Unicode.Scalar(sign))'" }
            if bytes.last == UInt8(ascii: ".") { return "ends with a dot" }
            if bytes.last == UInt8(ascii: " ") { return "ends with a space" }
            let stem = bytes.prefix { $0 != UInt8(ascii: ".") }
            guard stem.count == 3 || stem.count == 4 else { return nil }
            return devices.contains(String(decoding: stem, as: UTF8.self).lowercased()) ? "is that of a device" : nil
        }
    }

    private static func isRefused(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "<", ">", ":", "\"", "|", "?", "*", "\\": true
        default: false
        }
    }

    private static let devices: Set<String> = {
        let numbered = (1...9).flatMap { ["com\($0)", "lpt\($0)"] }
        return Set(numbered + ["con", "prn", "aux", "nul"])
    }()
}

/// What Windows does not take as the name of a file or folder: copies of a site go onto its shares and sticks.
enum WindowsNames {
    /// What is wrong with the name, as the end of a sentence; nil when it is good.
    static func fault(in name: String) -> String? {
        if let sign = name.utf8.first(where: signs.contains) { return "holds a '\(Unicode.Scalar(sign))'" }
        if name.utf8.last == UInt8(ascii: ".") { return "ends with a dot" }
        if name.utf8.last == UInt8(ascii: " ") { return "ends with a space" }
        let stem = name.utf8.prefix { $0 != UInt8(ascii: ".") }
        guard stem.count == 3 || stem.count == 4 else { return nil }
        return devices.contains(String(Substring(stem)).lowercased()) ? "is that of a device" : nil
    }

    private static let signs = Array(#"<>:"|?*\"#.utf8)

    private static let devices: Set<String> = {
        let numbered = (1...9).flatMap { ["com\($0)", "lpt\($0)"] }
        return Set(numbered + ["con", "prn", "aux", "nul"])
    }()
}

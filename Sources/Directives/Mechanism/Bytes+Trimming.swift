extension [UInt8] {
    /// Without the spaces and line ends around it.
    var trimmingSpace: [UInt8] {
        var bytes = drop { $0 == 0x20 || $0 == 0x0A }
        while bytes.last == 0x20 || bytes.last == 0x0A { bytes.removeLast() }
        return Array(bytes)
    }
}

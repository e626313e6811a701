/// Appends text with HTML's four special characters escaped, as CommonMark's reference renderers do.
public func appendEscapedHTML(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var start = 0
    while let special = nextSpecial(in: text, from: start) {
        output.append(contentsOf: text.slice(start..<special))
        output.append(htmlEntity(text[special]))
        start = special + 1
    }
    output.append(contentsOf: text.slice(start..<text.count))
}

/// The next byte that has to be escaped: eight at a time, since text has few of them.
private func nextSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var position = start
    if let base = UnsafeRawPointer(text.baseAddress) {
        while position + 8 <= text.count {
            let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            // `"` and `&` differ in one bit, and so do `<` and `>`.
            let quotes = (word & 0xFBFB_FBFB_FBFB_FBFB) ^ 0x2222_2222_2222_2222
            let angles = (word & 0xFDFD_FDFD_FDFD_FDFD) ^ 0x3C3C_3C3C_3C3C_3C3C
            let found = zeroBytes(quotes) | zeroBytes(angles)
            if found != 0 { return position + found.trailingZeroBitCount / 8 }
            position += 8
        }
    }
    while position < text.count {
        switch text[position] {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""): return position
        default: position += 1
        }
    }
    return nil
}

/// The high bit of the lowest byte that is zero; bits above it mean nothing.
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
}

public func appendEscapedHTML(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    text.withUnsafeBufferPointer { appendEscapedHTML($0, to: &output) }
}

public func appendEscapedHTML(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { appendEscapedHTML($0, to: &output) }
}

private func htmlEntity(_ byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    default: "&gt;"
    }
}

/// Appends a destination as an attribute's value: percent-encodes what an address may not hold, keeps what is encoded.
public func appendEscapedDestination(_ destination: ArraySlice<UInt8>, to output: inout [UInt8]) {
    destination.withUnsafeBufferPointer { destination in
        var start = 0
        for position in destination.indices where !isSafeInDestination(destination[position]) {
            output.append(contentsOf: destination.slice(start..<position))
            appendEscaped(destination[position], to: &output)
            start = position + 1
        }
        output.append(contentsOf: destination.slice(start..<destination.count))
    }
}

private func appendEscaped(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): output.append("&amp;")
    case UInt8(ascii: "'"): output.append("&#x27;")
    default:
        output.append(UInt8(ascii: "%"))
        output.append(hexDigit(byte >> 4))
        output.append(hexDigit(byte & 15))
    }
}

private func isSafeInDestination(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "!"),
        UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "%"),
        UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"),
        UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"):
        true
    // Never in text: a mark of whoever resolved the destination, who puts an address in its place.
    case 0xFF:
        true
    default:
        false
    }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

/// Appends text with HTML's four special characters escaped, as CommonMark's reference renderers do.
public func appendEscapedHTML(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var start = 0
    for position in 0..<text.count {
        let byte = text[position]
        // Everything that needs escaping lies below `?`: one comparison for most letters.
        guard byte < 0x3F, let entity = htmlEntity(byte) else { continue }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
        output.append(contentsOf: entity.utf8)
        start = position + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
}

public func appendEscapedHTML(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    text.withUnsafeBufferPointer { appendEscapedHTML($0, to: &output) }
}

public func appendEscapedHTML(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { appendEscapedHTML($0, to: &output) }
}

@inline(__always)
private func htmlEntity(_ byte: UInt8) -> StaticBytes? {
    switch byte {
    case UInt8(ascii: "\""): StaticBytes("&quot;")
    case UInt8(ascii: "&"): StaticBytes("&amp;")
    case UInt8(ascii: "<"): StaticBytes("&lt;")
    case UInt8(ascii: ">"): StaticBytes("&gt;")
    default: nil
    }
}

/// Appends a destination as an attribute's value: percent-encodes what an address may not hold, keeps what is encoded.
public func appendEscapedDestination(_ destination: ArraySlice<UInt8>, to output: inout [UInt8]) {
    for byte in destination {
        switch byte {
        case UInt8(ascii: "&"):
            output.append("&amp;")
        case UInt8(ascii: "'"):
            output.append("&#x27;")
        case let byte where isSafeInDestination(byte):
            output.append(byte)
        default:
            output.append(UInt8(ascii: "%"))
            output.append(hexDigit(byte >> 4))
            output.append(hexDigit(byte & 15))
        }
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
    default:
        false
    }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

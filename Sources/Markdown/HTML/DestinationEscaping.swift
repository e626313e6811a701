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

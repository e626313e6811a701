/// The term of two hyphenated words written together, when one of them is short or has a digit.
func joinedByHyphen(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> [UInt8]? {
    guard first.count + second.count <= TokenScanner.capacity else { return nil }
    let isOneWord = first.count <= 3 || second.count <= 3 || hasDigit(first) || hasDigit(second)
    guard isOneWord else { return nil }
    var joined: [UInt8] = []
    joined.reserveCapacity(first.count + second.count)
    joined += first
    joined += second
    return joined
}

func hasDigit(_ token: ArraySlice<UInt8>) -> Bool {
    for byte in token where byte >= 0x30 && byte <= 0x39 { return true }
    return false
}

/// A number's digits.
func decimal(_ value: Int) -> [UInt8] {
    var digits: [UInt8] = []
    var rest = value < 0 ? 0 : value
    repeat {
        digits.append(UInt8(rest % 10) + 0x30)
        rest /= 10
    } while rest > 0
    digits.reverse()
    return digits
}

/// The term of a circular, such as `1/2008`.
func citationTerm(_ number: Int, _ year: Int) -> [UInt8] {
    decimal(number) + [0x2F] + decimal(year)
}

/// How much a rare word counts more than a common one: 64 ln(1 + (n - d + ½) / (d + ½)), in whole numbers alone, so that
/// every machine agrees.
func inverseFrequency(documents: Int, of total: Int) -> Int32 {
    let d = Int64(max(0, min(documents, total)))
    let ratio = (Int64(total) &* 2 + 2) << 16 / (d &* 2 + 1)
    return Int32(max(12, (logarithm(UInt64(ratio)) &* 44 - 16 * 44 * 1024) / 1024))
}

/// 1,024 times the binary logarithm.
func logarithm(_ value: UInt64) -> Int64 {
    guard value > 0 else { return 0 }
    let exponent = 63 - value.leadingZeroBitCount
    var mantissa = exponent > 31 ? value >> UInt64(exponent - 31) : value << UInt64(31 - exponent)
    var fraction: Int64 = 0
    for _ in 0..<10 {
        mantissa = (mantissa &* mantissa) >> 31
        fraction <<= 1
        if mantissa >= 1 << 32 {
            fraction |= 1
            mantissa >>= 1
        }
    }
    return Int64(exponent) << 10 | fraction
}

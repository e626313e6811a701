/// `value` times a weight in 256ths, rounded down; whole numbers alone, so that every machine agrees.
@inline(__always)
func scaled(_ value: Int32, by weight: Int32) -> Int32 {
    Int32(truncatingIfNeeded: (Int64(value) &* Int64(weight)) >> 8)
}

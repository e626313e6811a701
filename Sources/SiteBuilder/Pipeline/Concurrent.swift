/// Runs `body` for each index on all cores and returns the results in the order of the indices. Loops may stand in one
/// another: a core that has nothing to do takes the next index of any of them.
func concurrentMap<Result: Sendable>(
    count: Int, _ body: @escaping @Sendable (Int) throws -> Result
) throws -> [Result] {
    nonisolated(unsafe) let results = UnsafeMutableBufferPointer<Swift.Result<Result, any Error>?>.allocate(
        capacity: count)
    results.initialize(repeating: nil)
    defer {
        results.deinitialize()
        results.deallocate()
    }
    // Each index writes its own slot, and `run` returns after all of them.
    SharedLoops.all.run(count: count) { index in
        results[index] = Swift.Result { try body(index) }
    }
    return try results.map { try $0!.get() }
}

/// Splits `weights` into at most `parts` neighbouring ranges of about equal weight.
func balancedRanges(_ weights: [Int], parts: Int) -> [Range<Int>] {
    let total = weights.reduce(0, +)
    var ranges: [Range<Int>] = []
    var (start, sum) = (0, 0)
    for index in weights.indices {
        sum += weights[index]
        if sum * parts >= total * (ranges.count + 1) {
            ranges.append(start..<index + 1)
            start = index + 1
        }
    }
    if start < weights.count { ranges.append(start..<weights.count) }
    return ranges
}

/// Runs `body` for each index on all cores and returns the results in the order of the indices. Loops may stand in one
/// another: a core that has nothing to do takes the next index of any of them.
/// - Parameter grain: indices that a core takes at a time.
/// - Throws: what the first index threw that did.
func concurrentMap<Result: Sendable>(
    count: Int, grain: Int = 1, _ body: @escaping @Sendable (Int) throws -> Result
) throws -> [Result] {
    try [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
        // Each index writes its own slots, and `run` returns after all of them.
        nonisolated(unsafe) let results = buffer
        nonisolated(unsafe) let failures = UnsafeMutableBufferPointer<(any Error)?>.allocate(capacity: count)
        failures.initialize(repeating: nil)
        defer {
            failures.deinitialize()
            failures.deallocate()
        }
        SharedLoops.all.run(count: (count + grain - 1) / grain) { part in
            for index in part * grain..<min((part + 1) * grain, count) {
                do {
                    results.initializeElement(at: index, to: try body(index))
                } catch {
                    failures[index] = error
                }
            }
        }
        if let failure = failures.lazy.compactMap({ $0 }).first {
            for index in 0..<count where failures[index] == nil { results.deinitializeElement(at: index) }
            throw failure
        }
        initializedCount = count
    }
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

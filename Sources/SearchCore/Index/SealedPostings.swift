/// Postings grouped by term: those of term `t` stand in `starts[t]..<starts[t + 1]`, by rising document.
struct SealedPostings: Sendable {
    private(set) var starts: [UInt32]
    private(set) var postings: [Posting]

    init() {
        starts = [0]
        postings = []
    }

    /// Counting sort; stable, so that documents keep their order.
    init(_ unsorted: [Posting], termCount: Int) {
        var starts = [UInt32](repeating: 0, count: termCount + 1)
        for posting in unsorted { starts[posting.term + 1] += 1 }
        for term in 0..<termCount { starts[term + 1] += starts[term] }
        var next = starts
        postings = [Posting](unsafeUninitializedCapacity: unsorted.count) { buffer, count in
            for posting in unsorted {
                let term = posting.term
                buffer[Int(next[term])] = posting
                next[term] += 1
            }
            count = unsorted.count
        }
        self.starts = starts
    }

    func count(_ term: Int) -> Int { Int(starts[term + 1] - starts[term]) }

    @inline(__always)
    func withPostings(of term: Int, _ body: (UnsafeBufferPointer<Posting>) -> Void) {
        let range = Int(starts[term])..<Int(starts[term + 1])
        postings.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    subscript(_ term: Int) -> ArraySlice<Posting> {
        postings[Int(starts[term])..<Int(starts[term + 1])]
    }
}

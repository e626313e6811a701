/// Postings grouped by term, those of each by rising document.
struct SealedPostings: Sendable {
    private let runs: [Run]
    private let postings: [Posting]

    /// Where a term's postings stand.
    private struct Run: Sendable {
        var start: UInt32
        var end: UInt32
    }

    /// Counting sort; a term that comes again in a document is counted where it came first.
    init(_ terms: TermOccurrences, termCount: Int) {
        var runs = [Run](repeating: Run(start: 0, end: 0), count: termCount)
        for occurrence in terms.occurrences { runs[occurrence.term].end += 1 }
        var next: UInt32 = 0
        for term in runs.indices {
            let count = runs[term].end
            runs[term] = Run(start: next, end: next)
            next += count
        }
        // What repeated terms leave empty behind the runs is never read.
        var postings = [Posting](repeating: Posting(document: 0), count: Int(next))
        runs.withUnsafeMutableBufferPointer { runs in
            postings.withUnsafeMutableBufferPointer { postings in
                var first = 0
                for (document, end) in terms.ends.enumerated() {
                    for occurrence in terms.occurrences[first..<end] {
                        Self.count(occurrence, document, &runs[occurrence.term], postings)
                    }
                    first = end
                }
            }
        }
        self.postings = postings
        self.runs = runs
    }

    @inline(__always)
    private static func count(
        _ occurrence: TermOccurrences.Occurrence, _ document: Int, _ run: inout Run,
        _ postings: UnsafeMutableBufferPointer<Posting>
    ) {
        if run.end == run.start || postings[Int(run.end) - 1].document != document {
            postings[Int(run.end)] = Posting(document: document)
            run.end += 1
        }
        postings[Int(run.end) - 1].add(occurrence.field)
    }

    func count(_ term: Int) -> Int { Int(runs[term].end - runs[term].start) }

    @inline(__always)
    func withPostings(of term: Int, _ body: (UnsafeBufferPointer<Posting>) -> Void) {
        let range = Int(runs[term].start)..<Int(runs[term].end)
        postings.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    subscript(_ term: Int) -> ArraySlice<Posting> {
        postings[Int(runs[term].start)..<Int(runs[term].end)]
    }
}

/// Postings grouped by term, those of each by rising document; terms are by their places in a segment's order.
///
/// The memory is its own, so that many threads can read it without counting references: see `runs`.
final class SealedPostings: Sendable {
    /// Valid while this lives.
    let runs: PostingRuns

    /// Counting sort; a term that comes again in a document is counted where it came first.
    /// - Parameter most: of a term's number, in how many documents it is at most.
    init(_ terms: some TermOccurrences, order: [SortedTerm], most: (Int) -> UInt32) {
        var places = [Run](repeating: Run(start: 0, end: 0), count: order.count)
        var next: UInt32 = 0
        for term in order {
            places[term.number] = Run(start: next, end: next)
            next += most(term.number)
        }
        // What repeated terms leave empty behind the runs is never read.
        let postings = UnsafeMutableBufferPointer<Posting>.allocate(capacity: Int(next))
        places.withUnsafeMutableBufferPointer { runs in
            terms.forEach { Self.count($1, Posting.stored($2), &runs[$0], postings) }
        }
        let runs = UnsafeMutableBufferPointer<Run>.allocate(capacity: order.count)
        _ = runs.initialize(from: order.lazy.map { places[$0.number] })
        self.runs = PostingRuns(runs: UnsafeBufferPointer(runs), postings: UnsafeBufferPointer(postings))
    }

    deinit { runs.deallocate() }

    @inline(__always)
    private static func count(
        _ field: SearchField, _ document: Int32, _ run: inout Run, _ postings: UnsafeMutableBufferPointer<Posting>
    ) {
        if run.last == document {
            postings[Int(run.end) - 1].add(field)
        } else {
            postings[Int(run.end)] = Posting(document: document, first: field)
            run.end += 1
            run.last = document
        }
    }
}

/// Where a term's postings stand.
private struct Run {
    var start: UInt32
    var end: UInt32
    /// Its last document while it is filled.
    var last: Int32 = -1
}

/// What `SealedPostings` holds, as it is read: nobody writes it any more.
struct PostingRuns: @unchecked Sendable {
    fileprivate let runs: UnsafeBufferPointer<Run>
    fileprivate let postings: UnsafeBufferPointer<Posting>

    @inline(__always)
    func count(_ place: Int) -> Int { Int(runs[place].end - runs[place].start) }

    @inline(__always)
    subscript(_ place: Int) -> UnsafeBufferPointer<Posting> {
        UnsafeBufferPointer(rebasing: postings[Int(runs[place].start)..<Int(runs[place].end)])
    }

    fileprivate func deallocate() {
        runs.deallocate()
        postings.deallocate()
    }
}

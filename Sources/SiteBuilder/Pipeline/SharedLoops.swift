import Dispatch
import Glibc

/// The loops that are running, whose indices all cores share. Dispatch's own `concurrentPerform` leaves a loop within
/// another to one core.
final class SharedLoops: @unchecked Sendable {
    static let all = SharedLoops()

    private struct Loop {
        let number: Int
        let body: @Sendable (Int) -> Void
        var indices: Range<Int>
        var unfinished: Int
    }

    // Guarded by `lock`, as is all that a loop holds.
    private var loops: [Loop] = []
    private var helpers = 0
    private var lastNumber = 0
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    private init() {
        pthread_mutex_init(lock, nil)
        pthread_cond_init(change, nil)
    }

    /// Returns when `body` was run for each index below `count`.
    func run(count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        guard count > 0 else { return }
        pthread_mutex_lock(lock)
        lastNumber += 1
        let number = lastNumber
        loops.append(Loop(number: number, body: body, indices: 0..<count, unfinished: count))
        callHelpers(upTo: count - 1)
        pthread_cond_broadcast(change)
        while loops.contains(where: { $0.number == number }) {
            // Its own indices first; while others finish its last ones, it helps with what they have open.
            if !runNext(of: number), !runNext(of: nil) { pthread_cond_wait(change, lock) }
        }
        pthread_mutex_unlock(lock)
    }

    private func callHelpers(upTo wanted: Int) {
        for _ in 0..<min(wanted, cores - 1 - helpers) {
            helpers += 1
            DispatchQueue.global().async { self.help() }
        }
    }

    private func help() {
        pthread_mutex_lock(lock)
        while runNext(of: nil) {}
        helpers -= 1
        pthread_mutex_unlock(lock)
    }

    /// Runs one index of that loop, or of the newest that has one left; the lock is open meanwhile.
    /// - Returns: false when there is none.
    private func runNext(of number: Int?) -> Bool {
        let isWanted: (Loop) -> Bool = { !$0.indices.isEmpty && (number == nil || $0.number == number) }
        guard let place = loops.lastIndex(where: isWanted) else { return false }
        let (loop, index) = (loops[place].number, loops[place].indices.removeFirst())
        let body = loops[place].body
        pthread_mutex_unlock(lock)
        body(index)
        pthread_mutex_lock(lock)
        finishIndex(of: loop)
        return true
    }

    private func finishIndex(of number: Int) {
        guard let place = loops.firstIndex(where: { $0.number == number }) else { return }
        loops[place].unfinished -= 1
        if loops[place].unfinished == 0 {
            loops.remove(at: place)
            pthread_cond_broadcast(change)
        }
    }
}

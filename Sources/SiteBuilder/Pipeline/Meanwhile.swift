import Dispatch

/// A value that another thread makes while this one goes on.
final class Meanwhile<Value: Sendable>: @unchecked Sendable {
    private let group = DispatchGroup()
    // Written before the group is done, read after.
    private var made: Value?

    init(_ make: @escaping @Sendable () -> Value) {
        DispatchQueue.global().async(group: group) { self.made = make() }
    }

    /// Waits until it is there.
    var value: Value {
        group.wait()
        return made!
    }
}

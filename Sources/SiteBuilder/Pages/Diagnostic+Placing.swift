import Diagnostics

extension [Diagnostic] {
    /// Moves those from `start` on to the location, but for those of other files.
    mutating func place(from start: Int, at location: SourceLocation) {
        for index in indices.dropFirst(start) where self[index].location.file == location.file {
            self[index].location = location
        }
    }
}

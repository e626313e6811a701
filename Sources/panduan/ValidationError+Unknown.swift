import ArgumentParser
import Diagnostics

extension ValidationError {
    /// - Parameter kind: what the name should be one of, such as "content type".
    init(unknown kind: String, _ name: String, of known: [String]) {
        let meant = closestMatch(to: name, in: known).map { "did you mean '\($0)'? " } ?? ""
        self.init("there is no \(kind) '\(name)': \(meant)choose one of \(known.joined(separator: ", "))")
    }
}

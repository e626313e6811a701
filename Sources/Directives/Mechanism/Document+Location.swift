import Diagnostics
import Markdown

extension Document {
    /// Where a node stands; what has no place of its own stands where the node around it does.
    func location(of id: NodeID, in file: String) -> SourceLocation {
        let node = self[id]
        guard node.line == 0, let parent = node.parent else {
            return SourceLocation(file: file, line: Int(node.line), column: Int(node.column))
        }
        return location(of: parent, in: file)
    }
}

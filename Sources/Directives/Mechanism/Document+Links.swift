public import Markdown

extension Document {
    /// Whether a link of the site's own making may stand in a node's place: a link in a link would end it, one in a
    /// heading would stand in the page's contents too, and some directives take none.
    public func takesLinks(_ id: NodeID) -> Bool {
        var next = self[id].parent
        while let id = next {
            let node = self[id]
            switch node.kind {
            case .link, .image, .heading, .directiveLabel: return false
            case .directive:
                let directive = DirectiveRegistry.directive(named: string(of: node.text))
                if let directive, !directive.takesLinks { return false }
            default: break
            }
            next = node.parent
        }
        return true
    }
}

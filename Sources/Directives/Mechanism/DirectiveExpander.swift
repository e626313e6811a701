public import Diagnostics
public import Markdown

/// Checks every directive of a document and puts in what stands for something else: variables, other files.
public struct DirectiveExpander {
    public private(set) var diagnostics: [Diagnostic] = []
    private let file: String

    /// - Parameter file: the document's, for diagnostics.
    public init(file: String) {
        self.file = file
    }

    public mutating func expand(_ document: inout Document, _ scope: inout some ExpansionScope) {
        func isDirective(_ node: Document.Node) -> Bool { node.kind == .directive || node.kind == .inlineDirective }
        guard document.nodes.contains(where: isDirective) else { return }
        // Nodes that an expansion adds are expanded already: only those of the document itself are visited. The inner come
        // first, so that the outer see their content as it is to stand.
        for id in document.descendants(of: document.root).filter({ isDirective(document[$0]) }).reversed() {
            guard let use = use(of: id, in: document) else { continue }
            DirectiveRegistry.directive(named: use.name)?.expand(use, in: &document, &scope)
        }
    }

    /// The use that a node is, checked; nil when there is no such directive.
    public mutating func use(of id: Document.NodeID, in document: Document) -> DirectiveUse? {
        let node = document[id]
        let name = document.string(of: node.text)
        let location = SourceLocation(file: file, line: Int(node.line), column: Int(node.column))
        let placement: DirectivePlacement = node.kind == .directive ? .block : .inline
        guard let directive = DirectiveRegistry.directive(named: name), directive.placement == placement else {
            reportUnknown(name, placement, at: location)
            return nil
        }
        var reader = ArgumentReader(name, directive.arguments, at: location)
        let arguments = reader.read(document.string(of: node.extra))
        diagnostics += reader.diagnostics
        checkLabel(of: id, directive, in: document, at: location)
        return DirectiveUse(node: id, name: name, arguments: arguments, location: location)
    }

    private mutating func reportUnknown(_ name: String, _ placement: DirectivePlacement, at location: SourceLocation) {
        if let other = DirectiveRegistry.directive(named: name) {
            let form = other.placement == .block ? ":::\(name) … :::" : ":\(name)[…]"
            diagnostics.append(
                Diagnostic(
                    "misplaced-directive", .error, "'\(name)' is no \(placement.rawValue) directive", at: location,
                    help: "write \(form)"))
            return
        }
        let known = DirectiveRegistry.directives.filter { $0.placement == placement }.map { $0.name }
        let meant = closestMatch(to: name, in: known)
        diagnostics.append(
            Diagnostic(
                "unknown-directive", .error, "unknown directive '\(name)'", at: location,
                help: meant.map { "did you mean '\($0)'?" } ?? "known: \(known.sorted().joined(separator: ", "))"))
    }

    private mutating func checkLabel(
        of id: Document.NodeID, _ directive: any Directive.Type, in document: Document, at location: SourceLocation
    ) {
        guard directive.placement == .block else { return }
        let hasLabel = document[id].firstChild.map { document[$0].kind == .directiveLabel } ?? false
        switch directive.label {
        case .required where !hasLabel:
            diagnostics.append(
                Diagnostic(
                    "missing-label", .error, "'\(directive.name)' needs a label", at: location,
                    help: "write :::\(directive.name) [Label]"))
        case .none where hasLabel:
            diagnostics.append(
                Diagnostic(
                    "unused-label", .error, "'\(directive.name)' takes no label", at: location,
                    help: "put the words into the text"))
        default:
            break
        }
    }
}

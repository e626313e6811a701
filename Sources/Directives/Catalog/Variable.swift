import Diagnostics
import Markdown

/// `:var[name]`: a variable of `site.yml`.
enum Variable: Directive {
    static let name = "var"
    static let purpose = "A variable that site.yml declares."
    static let placement = DirectivePlacement.inline
    static let examples: [DirectiveExample] = []

    static func expand(_ use: DirectiveUse, in document: inout Document, _ scope: inout some ExpansionScope) {
        let name = document.plainText(below: use.node)
        guard let value = scope.variable(name) else {
            let meant = closestMatch(to: name, in: scope.variableNames)
            scope.report(
                Diagnostic(
                    "unknown-variable", .error, "there is no variable '\(name)'", at: use.location,
                    help: meant.map { "did you mean '\($0)'?" } ?? "declare it under 'variables:' in site.yml"))
            return
        }
        document.replace(use.node, withText: value)
    }
}

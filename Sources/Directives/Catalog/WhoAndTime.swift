/// `:who[Petugas]`: who does a step; at its beginning it stands beside the step.
enum Who: Directive {
    static let name = "who"
    static let purpose = "Who does it; at the beginning of a step it stands beside the step."
    static let placement = DirectivePlacement.inline
    static let examples = [
        DirectiveExample("Oleh :who[petugas].\n", html: "<p>Oleh <span class=\"who\">petugas</span>.</p>\n")
    ]
}

/// `:time[10 saat]`: by when a step is done; at its beginning it stands beside the step.
enum Time: Directive {
    static let name = "time"
    static let purpose = "By when; at the beginning of a step it stands beside the step."
    static let placement = DirectivePlacement.inline
    static let examples = [
        DirectiveExample("Dalam :time[10 saat].\n", html: "<p>Dalam <span class=\"time\">10 saat</span>.</p>\n")
    ]
}

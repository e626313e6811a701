/// Every directive that Panduan knows.
public enum DirectiveRegistry {
    public static let directives: [any Directive.Type] = [
        Note.self, Warning.self, Details.self, Steps.self, Who.self, Time.self, Dialogue.self, Include.self,
        Variable.self, Fakta.self, Practice.self, Quiz.self, Scenario.self, Score.self, Ending.self, Notes.self,
        Cards.self, Path.self,
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: directives.map { ($0.name, $0) })

    public static func directive(named name: String) -> (any Directive.Type)? { byName[name] }
}

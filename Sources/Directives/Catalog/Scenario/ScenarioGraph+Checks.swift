import Diagnostics

/// What is wrong with a scenario as a whole.
extension ScenarioGraph {
    /// Each has a key of its own, 1 to 9, and one digit in the page's address.
    private static let mostChoices = 9

    func diagnostics() -> [Diagnostic] {
        guard !scenes.isEmpty else {
            return [
                problem("scenario-without-scenes", "the scenario has no scene", location, "write each as '### Title'")
            ]
        }
        return scenes.indices.flatMap(checkScene) + checkTargets() + checkWays()
    }

    // MARK: Each scene by itself

    private func checkScene(_ number: Int) -> [Diagnostic] {
        let scene = scenes[number]
        var found: [Diagnostic] = []
        if isDuplicate[number] {
            found.append(
                problem(
                    "duplicate-scene", "two scenes are called '\(scene.title)'", scene.location,
                    "give this one another title: links lead to the first"))
        }
        if scene.isEnding {
            return found
                + scene.choices.prefix(1).map {
                    problem(
                        "ending-with-choice", "'\(scene.title)' is an ending and has a choice", $0.location,
                        "take away the choice, or ':ending'")
                }
        }
        if scene.choices.isEmpty {
            found.append(
                problem(
                    "scene-without-choice", "'\(scene.title)' has no choice and is no ending", scene.location,
                    "add '1. [What the officer says](#scene)', or ':ending{kind=good}'"))
        }
        return found
            + scene.choices.dropFirst(Self.mostChoices).prefix(1).map {
                problem(
                    "too-many-choices", "'\(scene.title)' has more than \(Self.mostChoices) choices", $0.location,
                    "split the scene")
            }
    }

    private func checkTargets() -> [Diagnostic] {
        let anchors = scenes.map(\.anchor)
        let unknown = scenes.flatMap(\.choices).filter { byAnchor[$0.target] == nil }
        return unknown.enumerated().map { number, choice in
            // Looking for what was meant takes time: in a scenario full of such choices, the first are enough.
            let meant = number < 20 ? closestMatch(to: choice.target, in: anchors) : nil
            return problem(
                "unknown-scene", "there is no scene #\(choice.target)", choice.location,
                meant.map { "did you mean #\($0)?" } ?? "write its title in small letters, with '-' for spaces")
        }
    }

    // MARK: Ways through the scenario

    private func checkWays() -> [Diagnostic] {
        let isReached = reach(from: [0], along: targets)
        let lost = scenes.indices.filter { !isReached[$0] && !isDuplicate[$0] }.map(unreached)
        guard scenes.contains(where: \.isEnding) else {
            return lost + [
                problem(
                    "scenario-without-ending", "the scenario has no ending", location,
                    "mark at least one scene by ':ending{kind=good}'")
            ]
        }
        return lost + checkLoops(isReached)
    }

    private func unreached(_ number: Int) -> Diagnostic {
        let scene = scenes[number]
        if scene.isEnding {
            return problem(
                "ending-never-reached", "the ending '\(scene.title)' is never reached", scene.location,
                "let a choice lead to #\(scene.anchor)")
        }
        return problem(
            "unreachable-scene", "no choice leads to '\(scene.title)'", scene.location,
            "let a choice lead to #\(scene.anchor), or take the scene away")
    }

    /// Scenes from which the conversation goes on for ever; those that only lead into them are not blamed.
    private func checkLoops(_ isReached: [Bool]) -> [Diagnostic] {
        // A scene that is wrong by itself is no part of a loop.
        let ends = scenes.indices.filter {
            scenes[$0].isEnding || targets[$0].isEmpty || targets[$0].count < scenes[$0].choices.count
        }
        var isSettled = reach(from: ends, along: sources)
        var found: [Diagnostic] = []
        for start in scenes.indices where isReached[start] {
            if isSettled[start] { continue }
            let loop = loop(from: start)
            let way = (loop + [loop[0]]).map { "#" + scenes[$0].anchor }.joined(separator: " → ")
            found.append(
                problem(
                    "endless-loop", "no way leads from '\(scenes[loop[0]].title)' to an ending",
                    scenes[loop[0]].location, "let a choice lead out of \(way)"))
            let leading = reach(from: loop, along: sources)
            isSettled = zip(isSettled, leading).map { $0 || $1 }
        }
        return found
    }

    private func problem(_ id: String, _ message: String, _ location: SourceLocation, _ help: String) -> Diagnostic {
        Diagnostic(id, .error, message, at: location, help: help)
    }
}

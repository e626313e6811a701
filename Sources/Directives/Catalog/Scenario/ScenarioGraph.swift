import Diagnostics

/// The scenes of a scenario and the choices that lead from one to another, as far as they can be checked.
struct ScenarioGraph {
    struct Scene {
        /// Address on the page, which choices name.
        var anchor: String
        /// Plain text.
        var title: String
        var location: SourceLocation
        var isEnding = false
        var choices: [Choice] = []
    }

    struct Choice {
        /// Address of a scene, without `#`.
        var target: String
        var location: SourceLocation
    }

    let scenes: [Scene]
    let location: SourceLocation
    let byAnchor: [String: Int]
    /// Scenes that lead to each scene, and those that it leads to.
    private(set) var sources: [[Int]]
    private(set) var targets: [[Int]]
    /// Whether an earlier scene has the same title.
    let isDuplicate: [Bool]

    /// - Parameter location: where the scenario begins.
    init(_ scenes: [Scene], at location: SourceLocation) {
        self.scenes = scenes
        self.location = location
        byAnchor = Dictionary(scenes.enumerated().map { ($1.anchor, $0) }, uniquingKeysWith: { first, _ in first })
        var titles: Set<String> = []
        isDuplicate = scenes.map { !titles.insert($0.title.lowercased()).inserted }
        targets = []
        sources = Array(repeating: [], count: scenes.count)
        for (number, scene) in scenes.enumerated() {
            targets.append(scene.choices.compactMap { [byAnchor] in byAnchor[$0.target] })
            for target in targets[number] { sources[target].append(number) }
        }
    }

    /// The first scenes that come again when every first choice is taken, beginning with the one that stands first.
    func loop(from start: Int) -> [Int] {
        var place: [Int: Int] = [:]
        var way: [Int] = []
        var current = start
        while place[current] == nil {
            place[current] = way.count
            way.append(current)
            current = targets[current][0]
        }
        let loop = way[place[current, default: 0]...]
        let first = loop.min() ?? current
        return Array(loop.drop { $0 != first } + loop.prefix { $0 != first })
    }

    /// Whether each scene is among `starts` or can be reached from them.
    func reach(from starts: [Int], along edges: [[Int]]) -> [Bool] {
        var isReached = [Bool](repeating: false, count: scenes.count)
        var open = starts
        for start in starts { isReached[start] = true }
        while let scene = open.popLast() {
            for next in edges[scene] where !isReached[next] {
                isReached[next] = true
                open.append(next)
            }
        }
        return isReached
    }
}
